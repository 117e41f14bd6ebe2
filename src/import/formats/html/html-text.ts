import { plainTextOf } from '../../document/tree.ts';
import { parseHtml } from './parse-html.ts';

/** The words of a title or a summary that is HTML: tags and references are read, once. */
export function htmlText(html: string): string {
  if (!/[&<]/.test(html)) return html;
  return plainTextOf(parseHtml(html, { fragment: true }));
}

/** Like `htmlText`, for a text that nobody meant as HTML but that may have references: `&#8217;`. */
export function withoutReferences(text: string): string {
  return /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]+);/i.test(text)
    ? plainTextOf(parseHtml(text.replaceAll('<', '&lt;'), { fragment: true }))
    : text;
}
