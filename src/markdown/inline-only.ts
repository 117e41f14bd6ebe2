import type { Processor } from 'unified';

/**
 * Parses a text as inline Markdown: emphasis, links, code and inline tags. Lines that would start a
 * list, heading or quotation in a body are plain text.
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
