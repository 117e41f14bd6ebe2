import { createHash } from 'node:crypto';

/**
 * The Content Security Policy (https://www.w3.org/TR/CSP3/) of a page: nothing is allowed but what
 * the page itself holds, known by its hash, and pictures from beside it.
 * @param styles the text of each `<style>`, to the character
 * @param scripts the text of each `<script>` that runs, to the character
 * @param policy directives for what this page may do beyond that
 */
export function contentSecurityPolicy({
  styles,
  scripts,
  policy = [],
}: {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly policy?: readonly string[];
}): string {
  return [
    "default-src 'none'",
    ...(scripts.length === 0 ? [] : [`script-src ${hashSources(scripts)}`]),
    `style-src ${hashSources(styles)}`,
    "img-src 'self' data:",
    ...policy,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashSources(texts: readonly string[]): string {
  return texts.map((text) => `'${hashSource(text)}'`).join(' ');
}

const hashes = new Map<string, string>();

/** Pages share their styles and scripts: each is hashed once. */
function hashSource(text: string): string {
  const hash = hashes.get(text) ?? `sha256-${createHash('sha256').update(text).digest('base64')}`;
  hashes.set(text, hash);
  return hash;
}
