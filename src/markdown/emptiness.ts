import type { Nodes, Root } from 'hast';
import type { VFile } from 'vfile';

/**
 * Sets `file.data.isEmpty` if a text shows neither words nor pictures. The gap of a picture is text
 * (see `pictures`).
 *
 *     ***  →  true
 */
export function emptiness() {
  return (tree: Root, file: VFile): void => {
    file.data.isEmpty = isEmpty(tree);
  };
}

/** Whether a node shows neither words nor pictures. */
export function isEmpty(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return !('children' in node) || node.children.every(isEmpty);
}
