import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { markFate } from '../../document/fate.ts';
import type { SourceDocument } from '../../document/source-document.ts';
import { plainTextOf } from '../../document/tree.ts';

/**
 * Takes the headline from the first heading, if there is one: the `<title>` of a document that a
 * program has made is often the name of a file or of a book.
 */
export function headlineOfBody(document: SourceDocument): SourceDocument {
  const { headline, ...fields } = document.fields;
  if (!headline || !hasHeading(document.tree)) return document;
  visit(document.tree, 'element', (node) => {
    const { fate } = node.data ?? {};
    const isMoved = typeof fate === 'object' && 'moved' in fate && fate.moved === 'headline';
    if (!isMoved) return;
    if (/^h[1-6]$/.test(node.tagName)) delete node.data?.fate;
    else markFate(node, { omitted: 'metadata' });
  });
  return { ...document, fields };
}

/** Whether a document has a heading with words. */
export function hasHeading(tree: Root): boolean {
  let found = false;
  visit(tree, 'element', (node) => {
    if (/^h[1-6]$/.test(node.tagName) && plainTextOf(node) !== '') found = true;
  });
  return found;
}
