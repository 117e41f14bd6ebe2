import type { Root } from 'hast';

/**
 * Removes the paragraph around inline text such as a caption.
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
