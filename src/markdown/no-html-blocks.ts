import type { Processor } from 'unified';

/**
 * Parses HTML as inline content only. In CommonMark, a tag at the start of a line can open an HTML
 * block. An unclosed `<script` or `<!--` would include the rest of the article.
 *
 *     <!-- never closed        <p>&#x3C;!-- never closed
 *     The article goes on.  →  The article goes on.</p>
 */
export function noHtmlBlocks(this: Processor): undefined {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ disable: { null: ['htmlFlow'] } });
}
