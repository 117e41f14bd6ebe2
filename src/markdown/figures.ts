import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Makes a figure of a picture that is a paragraph by itself, with its title as the caption: a title
 * is words of the article, and a tooltip is not a place where everyone can read them.
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
      // A picture elsewhere on the web becomes a link (see `pictures`), which is no figure by itself.
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
