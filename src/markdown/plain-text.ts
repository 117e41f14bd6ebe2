import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Sets `file.data.plainText` to the text of a body, for counting words: without the numbers and
 * arrows of footnotes, and with a line break between blocks.
 */
export function plainText() {
  return (tree: Root, file: VFile): void => {
    let text = '';
    visit(tree, (node) => {
      // Only the links of footnotes have roles.
      if (node.type === 'element' && node.tagName === 'a' && node.properties.role) return SKIP;
      if (node.type === 'text') text += node.value;
      return undefined;
    });
    file.data.plainText = text;
  };
}
