import { createHash } from 'node:crypto';

/**
 * The Content Security Policy (https://www.w3.org/TR/CSP3/) of a page: nothing is allowed but its
 * one style sheet, known by its hash, and pictures from beside it.
 * @param css the text of the page's `<style>`, to the character
 */
export function contentSecurityPolicy(css: string): string {
  return [
    "default-src 'none'",
    `style-src '${hashSource(css)}'`,
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const hashes = new Map<string, string>();

/** Every page has the same style sheet: it is hashed once. */
function hashSource(text: string): string {
  const known = hashes.get(text) ?? `sha256-${createHash('sha256').update(text).digest('base64')}`;
  hashes.set(text, known);
  return known;
}
