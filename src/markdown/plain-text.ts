import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Keeps the words of a body in `file.data.plainText`, to be counted: without the numbers and arrows
 * of footnotes, with a line's end between blocks.
 */
export function plainText() {
  return (tree: Root, file: VFile): void => {
    let text = '';
    visit(tree, (node) => {
      // The only links with roles are a note's two.
      if (node.type === 'element' && node.tagName === 'a' && node.properties.role) return SKIP;
      if (node.type === 'text') text += node.value;
      return undefined;
    });
    file.data.plainText = text;
  };
}
