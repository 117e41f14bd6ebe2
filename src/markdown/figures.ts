import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Turns a picture that is alone in its paragraph into a figure with its title as the caption. As a
 * tooltip, the title could not be read on touch screens.
 *
 *     ![A port](./port.jpg "The port at dawn")
 *     →  <figure><img alt="A port" …><figcaption>The port at dawn</figcaption></figure>
 */
export function figures() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      const [picture, ...others] = element.children;
      if (element.tagName !== 'p' || others.length > 0) return;
      if (picture?.type !== 'element' || picture.tagName !== 'img') return;
      const { title, ...properties } = picture.properties;
      // Remote pictures become links (see `pictures`). A link is a figure only if it has a caption.
      if (/^https?:/i.test(properties.src ?? '') && !title) return;
      picture.properties = properties;
      element.tagName = 'figure';
      if (typeof title === 'string' && title !== '') element.children.push(caption(title));
    });
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
