import { gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import {
  gfmStrikethroughFromMarkdown,
  gfmStrikethroughToMarkdown,
} from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Extension } from 'micromark-util-types';
import type { Processor } from 'unified';
import { relaxed } from './cjk-emphasis.ts';

interface GfmOptions {
  readonly tables?: boolean;
}

/**
 * Adds the parts of GitHub Flavored Markdown that articles need: footnotes, tables and
 * ~~deletions~~. Leaves out autolink literals, which create links that nobody wrote, and task lists,
 * which are form controls.
 *
 *     | a | b |        a[^1]       ~~gone~~
 *     | - | - |
 *     | 1 | 2 |        [^1]: note
 *
 * @param options.tables whether there may be tables
 */
export function gfmParts(this: Processor, { tables = true }: GfmOptions = {}): undefined {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(
    gfmFootnote(),
    // Tries every line of a text as the start of a table.
    ...(tables ? [gfmTable()] : []),
    strikethrough(),
  );
  (data.fromMarkdownExtensions ??= []).push(
    gfmFootnoteFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
  );
  // The import escapes text with these.
  (data.toMarkdownExtensions ??= []).push(
    gfmFootnoteToMarkdown(),
    gfmTableToMarkdown(),
    gfmStrikethroughToMarkdown(),
  );
}

function strikethrough(): Extension {
  // A single tilde is a character of its own, as in "~5 km".
  const extension = gfmStrikethrough({ singleTilde: false });
  for (const construct of Object.values(extension.text ?? {}).flat()) {
    if (construct) construct.tokenize = relaxed(construct.tokenize);
  }
  return extension;
}
