import { visit } from 'unist-util-visit';
import { markFate } from '../../document/fate.ts';
import { headingsAtTop } from '../../document/headings-at-top.ts';
import type { SourceDocument } from '../../document/source-document.ts';

/**
 * Takes the headline from the first heading, if there is one: the `<title>` of a document that a
 * program has made is often the name of a file or of a book.
 */
export function headlineOfBody(document: SourceDocument): SourceDocument {
  const { headline, ...fields } = document.fields;
  if (!headline || headingsAtTop(document.tree).length === 0) return document;
  visit(document.tree, 'element', (node) => {
    const { fate } = node.data ?? {};
    const isMoved = typeof fate === 'object' && 'moved' in fate && fate.moved === 'headline';
    if (isMoved) markFate(node, { omitted: 'metadata' });
  });
  return { ...document, fields };
}
