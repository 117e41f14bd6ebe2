import type { Nodes, Root } from 'hast';
import type { VFile } from 'vfile';

/**
 * Says in `file.data.isEmpty` whether a text shows nothing: no word and no picture (whose gap is a
 * character), whatever elements there are.
 *
 *     ***  →  true
 */
export function emptiness() {
  return (tree: Root, file: VFile): void => {
    file.data.isEmpty = isEmpty(tree);
  };
}

/** Whether a node shows neither a word nor a picture. */
export function isEmpty(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return !('children' in node) || node.children.every(isEmpty);
}
