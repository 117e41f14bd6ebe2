/**
 * Returns text without the characters that XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets):
 * control characters, lone surrogates, U+FFFE and U+FFFF. XML has no escape for them.
 */
export function stripInvalidXml(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
