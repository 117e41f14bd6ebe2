import type { Processor } from 'unified';

/**
 * Reads a line that begins with a tag as the paragraph that it is. In CommonMark such a line opens
 * an *HTML block*, which swallows everything up to its end, an unclosed `<script` or `<!--` the
 * whole rest of the article. Without HTML blocks every tag is inline: a word among words.
 *
 *     <!-- never closed        <p>&#x3C;!-- never closed
 *     The article goes on.  →  The article goes on.</p>
 */
export function noHtmlBlocks(this: Processor): undefined {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ disable: { null: ['htmlFlow'] } });
}
