import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { markFate } from '../../document/fate.ts';
import { plainTextOf } from '../../document/tree.ts';

/**
 * Front matter has no footnotes: a note that only the headline refers to becomes a paragraph at the
 * end. A note that only omitted text refers to is omitted.
 */
export function settleNotes(children: readonly Element[], note: (sentence: string) => void): void {
  const root = { type: 'root' as const, children: [...children] };
  const referred = new Set<unknown>();
  const ofHeadline = new Set<unknown>();
  for (const child of children) {
    // What a note refers to that is omitted itself, nobody sees.
    if (child.tagName === 'note' && !referred.has(child.properties.id)) continue;
    const isHeadline = hasMovedText(child);
    visit(child, 'element', (node, index, parent) => {
      if (node.data?.fate !== undefined) return 'skip';
      if (node.tagName !== 'note-ref') return undefined;
      (isHeadline ? ofHeadline : referred).add(node.properties.note);
      if (isHeadline && parent && index !== undefined) parent.children.splice(index, 1);
      return undefined;
    });
  }
  visit(root, 'element', (node) => {
    const { id } = node.properties;
    if (node.tagName !== 'note' || referred.has(id)) return;
    node.tagName = 'div';
    node.properties = {};
    if (!ofHeadline.has(id)) markFate(node, { omitted: 'hidden' });
    else note(`The note of the headline is the end of the article: "${plainTextOf(node)}"`);
  });
}

function hasMovedText(node: Element): boolean {
  return node.children.some(
    (child) =>
      (child.type === 'text' && child.data?.fate !== undefined) ||
      (child.type === 'element' && hasMovedText(child)),
  );
}
