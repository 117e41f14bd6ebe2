import type { Root } from 'hast';

/**
 * Takes the paragraph away from a text that is to stand inside one: a caption, a credit.
 *
 *     <p>Photo: <em>Reuters</em></p>  →  Photo: <em>Reuters</em>
 */
export function unwrapParagraphs() {
  return (tree: Root): void => {
    tree.children = tree.children.flatMap((node) =>
      node.type === 'element' && node.tagName === 'p' ? node.children : [node],
    );
  };
}
