/**
 * A text as XML 1.0 can hold it (https://www.w3.org/TR/xml/#charsets): without control characters,
 * lone surrogates, U+FFFE and U+FFFF, which XML forbids even as references. Articles may hold them;
 * none of them is anything to read.
 */
export function xmlText(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
