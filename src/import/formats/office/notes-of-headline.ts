import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { plainTextOf } from '../../document/tree.ts';

/**
 * Front matter has no footnotes. A note that only the headline refers to becomes the end of the
 * article, with its mark before it.
 */
export function moveNotesOfHeadline(
  children: readonly Element[],
  note: (sentence: string) => void,
): void {
  const referred = new Set<unknown>();
  const root = { type: 'root' as const, children: [...children] };
  visit(root, 'element', (node, index, parent) => {
    if (node.tagName !== 'note-ref' || !parent || index === undefined) return;
    const isInHeadline =
      parent.type === 'element' && children.some((child) => child === parent && isMoved(child));
    if (isInHeadline) parent.children.splice(index, 1);
    else referred.add(node.properties.note);
  });
  visit(root, 'element', (node) => {
    if (node.tagName !== 'note' || referred.has(node.properties.id)) return;
    node.tagName = 'div';
    delete node.properties.id;
    note(`The note of the headline is the end of the article: "${plainTextOf(node)}"`);
  });
}

function isMoved(node: Element): boolean {
  return node.children.some(
    (child) =>
      (child.type === 'text' && child.data?.fate !== undefined) ||
      (child.type === 'element' && isMoved(child)),
  );
}
