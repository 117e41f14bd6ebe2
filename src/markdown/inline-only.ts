import type { Processor } from 'unified';

/**
 * Reads a text as one run of words with inline Markdown: emphasis, links, code and the inline tags.
 * A line that would begin a list, a heading or a quotation elsewhere is words here.
 *
 *     1. Photo: *Reuters*  →  1. Photo: <em>Reuters</em>
 */
export function inlineOnly(this: Processor): undefined {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ disable: { null: BLOCKS_AND_PICTURES } });
}

const BLOCKS_AND_PICTURES = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'labelStartImage',
  'list',
  'setextUnderline',
  'thematicBreak',
];
