import { gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import {
  gfmStrikethroughFromMarkdown,
  gfmStrikethroughToMarkdown,
} from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Processor } from 'unified';

/**
 * The parts of GitHub Flavored Markdown that an article needs: footnotes, tables and ~~deletions~~,
 * for reading and for writing. Not its *autolink literals*, which make links nobody wrote, and not
 * task lists, which are form controls.
 *
 *     | a | b |        a[^1]       ~~gone~~
 *     | - | - |
 *     | 1 | 2 |        [^1]: note
 * @param options.tables `false` spares the search for tables in a text that has none: it begins at
 *   each line
 */
export function gfmParts(
  this: Processor,
  { tables = true }: { readonly tables?: boolean } = {},
): undefined {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(
    gfmFootnote(),
    ...(tables ? [gfmTable()] : []),
    // Two tildes, as the specification has it; one is a typographic character in its own right.
    gfmStrikethrough({ singleTilde: false }),
  );
  (data.fromMarkdownExtensions ??= []).push(
    gfmFootnoteFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
  );
  (data.toMarkdownExtensions ??= []).push(
    gfmFootnoteToMarkdown(),
    gfmTableToMarkdown(),
    gfmStrikethroughToMarkdown(),
  );
}

/** Whether a text could have a table: each has a line of hyphens, with a bar or a colon among them. */
export function mayHoldTable(markdown: string): boolean {
  return /\||:-|-:/.test(markdown);
}
