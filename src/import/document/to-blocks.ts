import type { Element, ElementContent, RootContent } from 'hast';
import type {
  BlockContent,
  DefinitionContent,
  Heading,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  TableCell,
} from 'mdast';
import { breakAsTag } from './break-as-tag.ts';
import { canBeLinked } from './can-be-linked.ts';
import type { ConversionContext } from './conversion-context.ts';
import { BLOCKS, CODE, CONTROLS } from './html-names.ts';
import { toEmbed } from './to-embed.ts';
import { toFigure } from './to-figure.ts';
import { toPhrasing, withLanguage } from './to-phrasing.ts';
import { toTable } from './to-table.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';
import { inLanguage } from './in-language.ts';
import { isShown, keepText } from './tree.ts';

export type Block = BlockContent | DefinitionContent;

/**
 * Converts the children of an element to Markdown blocks. Text and inline elements between blocks
 * become paragraphs.
 */
export function toBlocks(
  nodes: readonly (ElementContent | RootContent)[],
  context: ConversionContext,
): Block[] {
  const blocks: Block[] = [];
  let inline: PhrasingContent[] = [];
  const flush = (): void => {
    blocks.push(...paragraphs(tidyPhrasing(inline)));
    inline = [];
  };
  /** @param around inline elements in another language that have both blocks and text in them */
  const add = (node: ElementContent | RootContent, around: readonly Element[]): void => {
    if (node.type !== 'element' && node.type !== 'text') return;
    const isOwnBlock = node.type === 'element' && BLOCKS.has(node.tagName);
    const addInline = (content: PhrasingContent[]): void => {
      inline.push(...around.reduce((wrapped, one) => withLanguage(one, wrapped, context), content));
    };
    const addBlocks = (content: Block[]): void => {
      flush();
      blocks.push(...around.reduce((wrapped, one) => inLanguage(one, wrapped, context), content));
    };
    if (!isShown(node)) {
      if (isOwnBlock) flush();
    } else if (!isBlock(node)) addInline(toPhrasing([node], context));
    else if (node.tagName === 'a') {
      const link = linkAround(node, context);
      addInline(withLanguage(node, link.before, context));
      addBlocks(inLanguage(node, link.blocks, context));
      addInline(withLanguage(node, link.after, context));
    } else if (isOwnBlock) addBlocks(inLanguage(node, toBlock(node, context), context));
    else {
      // An inline element with blocks in it: its edges are in the lines of their neighbours.
      for (const child of node.children) add(child, [node, ...around]);
    }
  };
  for (const node of nodes) add(node, []);
  flush();
  return blocks;
}

/** Whether an element is a block, or has one in it. */
function isBlock(node: ElementContent | RootContent): node is Element {
  if (node.type !== 'element') return false;
  if (BLOCKS.has(node.tagName)) return true;
  if (CODE.has(node.tagName) || CONTROLS.has(node.tagName)) return false;
  return node.children.some(isBlock);
}

function paragraphs(children: PhrasingContent[]): Paragraph[] {
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

function toBlock(node: Element, context: ConversionContext): Block[] {
  const { tagName, children } = node;
  const heading = /^h([1-6])$/.exec(tagName)?.[1];
  if (heading !== undefined) return toHeading(node, Number(heading), context);
  switch (tagName) {
    case 'blockquote': {
      const quoted = toBlocks(children, context);
      return quoted.length === 0 ? [] : [{ type: 'blockquote', children: quoted }];
    }
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return toLists(node, context);
    case 'pre':
      return toCode(node, context);
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'table':
      return toTable(node, context, toBlocks);
    case 'figure':
      return toFigure(node, context, toBlocks);
    case 'iframe':
    case 'video':
    case 'audio':
    case 'object':
    case 'embed':
      return paragraphs(toEmbed(node, context));
    case 'note':
      context.ledger.keep(node, 'note');
      return [
        {
          type: 'footnoteDefinition',
          identifier: String(node.properties.id),
          label: String(node.properties.id),
          children: toBlocks(children, context),
        },
      ];
    default:
      return toBlocks(children, context);
  }
}

function toHeading(node: Element, level: number, context: ConversionContext): Block[] {
  const depth = Math.max(1, Math.min(level, 6)) as 1 | 2 | 3 | 4 | 5 | 6; // Within these bounds.
  const inner = toBlocks(node.children, context);
  return inner.flatMap((block): Block[] => {
    if (block.type !== 'paragraph') return [block];
    const isPicture = block.children.every(({ type }) => type === 'image');
    if (isPicture) return [block];
    // A heading of Markdown is one line.
    const children = block.children.map(breakAsTag);
    return [{ type: 'heading', depth, children }];
  });
}

/** A list of several, where numbers jump. */
function toLists(node: Element, outer: ConversionContext): Block[] {
  const context = { ...outer, withoutFigures: true };
  const ordered = node.tagName === 'ol';
  const lists: List[] = [];
  let number = Number(node.properties.start ?? 1);
  if (ordered && /^[ai]$/i.test(String(node.properties.type))) {
    context.note('Letters and Roman numbers of lists became numbers.');
  }
  let strays: ElementContent[] = [];
  const addItem = (children: Block[], value: number): void => {
    const item: ListItem = {
      type: 'listItem',
      spread: children.length > 1 && !isNested(children),
      children,
    };
    const last = lists.at(-1);
    if (last && value === number) last.children.push(item);
    else
      lists.push({
        type: 'list',
        ordered,
        spread: false,
        children: [item],
        start: ordered ? value : null,
      });
    number = value + 1;
  };
  const flushStrays = (): void => {
    const blocks = toBlocks(strays, context);
    strays = [];
    // A nested list that is not in an item belongs to the item above.
    const last = lists.at(-1)?.children.at(-1);
    if (blocks.length > 0 && last) last.children.push(...blocks);
    else if (blocks.length > 0) addItem(blocks, number);
  };
  for (const child of node.children) {
    if (child.type === 'element' && child.tagName === 'li' && isShown(child)) {
      flushStrays();
      const children = toBlocks(child.children, context);
      if (children.length === 0) continue;
      addItem(
        children,
        ordered && child.properties.value !== undefined ? Number(child.properties.value) : number,
      );
    } else strays.push(child);
  }
  flushStrays();
  for (const list of lists) list.spread = list.children.some(({ spread }) => spread === true);
  return lists;
}

/** A paragraph with a list below needs no blank line. */
function isNested([first, ...rest]: readonly Block[]): boolean {
  return first?.type === 'paragraph' && rest.every(({ type }) => type === 'list');
}

function toCode(node: Element, context: ConversionContext): Block[] {
  const value = keepText(node, context);
  if (value.trim() === '') return [];
  const lang = /\blanguage-([\w+#-]+)/.exec(classesOf(node))?.[1] ?? null;
  return [{ type: 'code', lang, value: value.replace(/^\n/, '').replace(/\n$/, '') }];
}

/** The classes of a code block, or of the code in it. */
function classesOf({ properties, children }: Element): string {
  const [child] = children;
  const inner = child?.type === 'element' ? child.properties.className : [];
  return [properties.className ?? [], inner ?? []].flat().join(' ');
}

interface LinkAround {
  /** What is in a line with the text before the link. */
  readonly before: PhrasingContent[];
  readonly blocks: Block[];
  /** What is in a line with the text after the link. */
  readonly after: PhrasingContent[];
}

/** A link around blocks: the first part of it with words becomes the link. */
function linkAround(node: Element, context: ConversionContext): LinkAround {
  const { children, properties } = node;
  const firstBlock = children.findIndex(isBlock);
  const lastBlock = children.findLastIndex(isBlock);
  const before: Paragraph = {
    type: 'paragraph',
    children: toPhrasing(children.slice(0, firstBlock), context),
  };
  const blocks = toBlocks(children.slice(firstBlock, lastBlock + 1), context);
  const after: Paragraph = {
    type: 'paragraph',
    children: toPhrasing(children.slice(lastBlock + 1), context),
  };
  const { href } = properties;
  const url = href === undefined ? undefined : context.resolveLink(href);
  const target = firstLinkable([before, ...blocks, after]);
  if (url !== undefined && target) {
    context.ledger.keep(node, 'href');
    target.children = [{ type: 'link', url, children: target.children }];
  } else context.ledger.omit(node, 'href', 'address');
  return { before: before.children, blocks, after: after.children };
}

/** The first paragraph, heading or cell that can be a link. */
function firstLinkable(nodes: readonly Nodes[]): Paragraph | Heading | TableCell | undefined {
  for (const node of nodes) {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      if (canBeLinked(node.children)) return node;
    } else if ('children' in node) {
      const found = firstLinkable(node.children);
      if (found) return found;
    }
  }
  return undefined;
}
