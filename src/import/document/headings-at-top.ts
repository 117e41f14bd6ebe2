import type { Element, Root } from 'hast';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { CODE } from './html-names.ts';
import { collapse, plainTextOf } from './tree.ts';

/** In characters. A standfirst or a line with the date can be above the headline. */
const MAX_ABOVE = 300;

/**
 * The headings at the start of a document that can be its headline. One in the middle is the heading
 * of a section, also if it has the words of the headline.
 */
export function headingsAtTop(tree: Root): Element[] {
  const headings: Element[] = [];
  let above = 0;
  visit(tree, (node) => {
    if (above > MAX_ABOVE) return EXIT;
    if (node.type === 'text') above += collapse(node.value).trim().length;
    if (node.type !== 'element') return undefined;
    if (node.data?.fate !== undefined || CODE.has(node.tagName)) return SKIP;
    if (/^h[1-6]$/.test(node.tagName) && plainTextOf(node) !== '') headings.push(node);
    return undefined;
  });
  return headings;
}
