import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { INLINE_TAGS } from './sanitize-schema.ts';

/**
 * Turns a picture that is alone in its paragraph into a figure with its title as the caption. As a
 * tooltip, the title could not be read on touch screens. Pictures on consecutive lines, or with
 * captions, become a figure each. In table cells and items of tight lists, which have no paragraphs,
 * only pictures with captions do.
 *
 *     ![A port](./port.jpg "The port at dawn")
 *     →  <figure><img alt="A port" …><figcaption>The port at dawn</figcaption></figure>
 */
export function figures() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (CONTAINERS.includes(element.tagName)) {
        element.children = runsOf(element).flatMap(
          (run) => (run.some(hasTitle) ? toFigures(run, element) : undefined) ?? run,
        );
      }
      if (element.tagName !== 'p' || !parent || index === undefined) return undefined;
      const figures = toFigures(element.children, element);
      if (!figures) return undefined;
      parent.children.splice(index, 1, ...figures);
      return [SKIP, index + figures.length];
    });
    visit(tree, { tagName: 'figcaption' }, (caption) => {
      const [markup] = MARKUP.exec(toString(caption)) ?? [];
      if (markup === undefined) return;
      file.info(`The caption of a picture is plain text, so ${markup} is shown as it is written.`, {
        place: caption.position,
      }).note = 'Write it in the text beside the picture, or leave out the markup.';
    });
  };
}

/** A link, a tag or emphasis. */
const MARKUP =
  /!?\[[^\]]*\]\([^)]*\)|<\/?[a-z][^>]*>|(\*\*?)[^\s*](?:[^*]*[^\s*])?\1|\b(__?)[^\s_](?:[^_]*[^\s_])?\2\b/i;

/** Elements that can contain text without a paragraph. */
const CONTAINERS = ['li', 'td', 'th'];

/** Returns the children of a container in groups: those between two blocks, and each block. */
function runsOf({ children }: Element): ElementContent[][] {
  const runs: ElementContent[][] = [];
  for (const child of children) {
    const run = runs.at(-1);
    if (isInline(child) && run?.every(isInline) === true) run.push(child);
    else runs.push([child]);
  }
  return runs;
}

function isInline(node: ElementContent): boolean {
  return node.type !== 'element' || INLINE.has(node.tagName);
}

const INLINE = new Set([...Object.keys(INLINE_TAGS), 'del', 'img']);

/** Returns the figures of a paragraph; `undefined` if it is not only pictures. */
function toFigures(
  children: readonly ElementContent[],
  container: Element,
): ElementContent[] | undefined {
  const pictures = children.filter((child) => pictureIn(child) !== undefined);
  const others = children.filter((child) => !pictures.includes(child));
  if (pictures.length === 0 || !others.every(isSpace)) return undefined;
  const isGroup = others.some(hasLineBreak) || pictures.some(hasTitle);
  if (pictures.length > 1 && !isGroup) return undefined;
  return pictures.map((child) => toFigure(child, container));
}

/** Returns a picture, also if it is the content of a link. */
function pictureIn(node: ElementContent): Element | undefined {
  if (node.type !== 'element') return undefined;
  if (node.tagName === 'img') return node;
  const [child, ...others] = node.children;
  return node.tagName === 'a' && child && others.length === 0 ? pictureIn(child) : undefined;
}

function titleOf(node: ElementContent): string {
  const title = pictureIn(node)?.properties.title;
  return typeof title === 'string' ? title : '';
}

function hasTitle(node: ElementContent): boolean {
  return titleOf(node) !== '';
}

/** Whether a node is white space or a line break. */
export function isSpace(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'element' && node.tagName === 'br';
}

function hasLineBreak(node: ElementContent): boolean {
  return node.type === 'text' ? node.value.includes('\n') : true;
}

function toFigure(node: ElementContent, { position }: Element): Element {
  const picture = pictureIn(node);
  const title = titleOf(node);
  const block = { type: 'element', properties: {}, ...(position && { position }) } as const;
  // Remote pictures become links (see `pictures`). A link is a figure only if it has a caption.
  const isLink = node !== picture || /^https?:/i.test(picture.properties.src ?? '');
  if (isLink && title === '') return { ...block, tagName: 'p', children: [node] };
  if (picture) picture.properties = { ...picture.properties, title: undefined };
  const children = title === '' ? [node] : [node, caption(title, node)];
  return { ...block, tagName: 'figure', children };
}

export function caption(text: string, { position }: ElementContent): Element {
  return {
    type: 'element',
    tagName: 'figcaption',
    properties: {},
    children: [{ type: 'text', value: text }],
    ...(position && { position }),
  };
}
