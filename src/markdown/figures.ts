import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Turns a picture that is alone in its paragraph into a figure with its title as the caption. As a
 * tooltip, the title could not be read on touch screens. Pictures on consecutive lines, or with
 * captions, become a figure each.
 *
 *     ![A port](./port.jpg "The port at dawn")
 *     →  <figure><img alt="A port" …><figcaption>The port at dawn</figcaption></figure>
 */
export function figures() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'p' || !parent || index === undefined) return undefined;
      const pictures = element.children.filter((child) => pictureIn(child) !== undefined);
      const others = element.children.filter((child) => !pictures.includes(child));
      if (pictures.length === 0 || !others.every(isSpace)) return undefined;
      const isGroup = others.some(hasLineBreak) || pictures.some((child) => titleOf(child) !== '');
      if (pictures.length > 1 && !isGroup) return undefined;
      const figures = pictures.map((child) => toFigure(child, element));
      parent.children.splice(index, 1, ...figures);
      return [SKIP, index + figures.length];
    });
  };
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

function isSpace(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'element' && node.tagName === 'br';
}

function hasLineBreak(node: ElementContent): boolean {
  return node.type === 'text' ? node.value.includes('\n') : true;
}

function toFigure(node: ElementContent, paragraph: Element): Element {
  const picture = pictureIn(node);
  const title = titleOf(node);
  // Remote pictures become links (see `pictures`). A link is a figure only if it has a caption.
  const isLink = node !== picture || /^https?:/i.test(picture.properties.src ?? '');
  if (isLink && title === '') return { ...paragraph, children: [node] };
  if (picture) picture.properties = { ...picture.properties, title: undefined };
  return {
    ...paragraph,
    tagName: 'figure',
    children: title === '' ? [node] : [node, caption(title)],
  };
}

function caption(text: string): Element {
  return {
    type: 'element',
    tagName: 'figcaption',
    properties: {},
    children: [{ type: 'text', value: text }],
  };
}
