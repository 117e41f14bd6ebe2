import type { Element } from 'hast';
import { element } from '../../document/source-document.ts';

/** What a paragraph is for, by its style. */
export type BlockRole = 'title' | 'subtitle' | 'author' | 'quote' | 'caption' | 'code' | 'contents';

/** The place of a paragraph in a list. */
export interface ListPlace {
  /** From 0. */
  readonly level: number;
  /** A label that is not a bullet or a number is a part of the text, such as `§ 3` or `b)`. */
  readonly kind: 'bullet' | 'number' | 'label';
  /** The number that the paragraph shows. */
  readonly value?: number;
}

/** A paragraph or a table of a document, in its order. */
export interface Block {
  readonly element: Element;
  readonly role?: BlockRole | undefined;
  readonly list?: ListPlace | undefined;
}

/**
 * Turns paragraphs, which office documents have one after the other, into a tree: lists with their
 * items, quotations, code, and figures with their captions.
 */
export function arrangeBlocks(blocks: readonly Block[]): Element[] {
  const arranged = new Arrangement();
  for (const block of blocks) arranged.add(block);
  return arranged.elements;
}

interface OpenList {
  readonly level: number;
  /** The list, or an item without a bullet or number: its label is text. */
  readonly list: Element;
}

class Arrangement {
  readonly elements: Element[] = [];
  /** The lists that the next paragraph can be in, from the outside to the inside. */
  #lists: OpenList[] = [];
  #last: Block | undefined;

  add(given: Block): void {
    const isRich = given.role === 'code' && !hasOnlyText(given.element);
    const block = isRich ? { ...given, role: undefined } : given;
    const previous = this.#last;
    this.#last = block;
    if (block.list) {
      this.#addItem(block.element, block.list);
      return;
    }
    this.#lists = [];
    const before = this.elements.at(-1);
    const continues = previous !== undefined && !previous.list && previous.role === block.role;
    switch (block.role) {
      case 'quote':
        if (continues && before) before.children.push(block.element);
        else this.elements.push(element('blockquote', {}, [block.element]));
        return;
      case 'code':
        if (continues && before) {
          before.children.push({ type: 'text', value: '\n' }, ...block.element.children);
        } else this.elements.push(element('pre', {}, block.element.children));
        return;
      case 'caption':
        if (before && isPicture(before)) {
          const caption = element('figcaption', {}, block.element.children);
          this.elements.splice(-1, 1, element('figure', {}, [...before.children, caption]));
        } else this.elements.push(withOwnPicture(block.element));
        return;
      default:
        this.elements.push(block.element);
    }
  }

  #addItem(paragraph: Element, { level, kind, value }: ListPlace): void {
    const tagName = kind === 'number' ? 'ol' : 'ul';
    const isLabel = kind === 'label';
    this.#lists = this.#lists.filter(
      (open) =>
        open.level < level || (open.level === level && !isLabel && open.list.tagName === tagName),
    );
    const item = element(
      'li',
      tagName === 'ol' && value !== undefined ? { value: String(value) } : {},
      [paragraph],
    );
    let open = this.#lists.at(-1);
    if (isLabel) {
      this.#container(open).push(paragraph);
      return;
    }
    if (open?.level !== level) {
      const list = element(tagName);
      this.#container(open).push(list);
      open = { level, list };
      this.#lists.push(open);
    }
    open.list.children.push(item);
  }

  /** Where to put what belongs to the last item of a list. */
  #container(open: OpenList | undefined): Element['children'] {
    const item = open?.list.children.at(-1);
    return item?.type === 'element' ? item.children : this.elements;
  }
}

/** LibreOffice puts a picture into the paragraph of its caption. */
function withOwnPicture(paragraph: Element): Element {
  const [first, ...others] = paragraph.children;
  const hasPicture = first?.type === 'element' && first.tagName === 'img' && others.length > 0;
  if (!hasPicture) return paragraph;
  return element('figure', {}, [first, element('figcaption', {}, others)]);
}

/** Code has no links, notes and pictures. */
function hasOnlyText({ children }: Element): boolean {
  return children.every(
    (child) => child.type !== 'element' || (PLAIN.has(child.tagName) && hasOnlyText(child)),
  );
}

const PLAIN = new Set(['br', 'span', 'b', 'i', 's', 'sub', 'sup', 'code']);

/** Whether a paragraph has one picture, and nothing else. */
function isPicture({ tagName, children }: Element): boolean {
  const [child] = children;
  return (
    tagName === 'p' && children.length === 1 && child?.type === 'element' && child.tagName === 'img'
  );
}
