import { createHash } from 'node:crypto';

/**
 * The Content Security Policy (https://www.w3.org/TR/CSP3/) of a page: nothing is allowed but what
 * the page itself holds, known by its hash, and pictures from beside it.
 * @param styles the text of each `<style>`, to the character
 * @param scripts the text of each `<script>` that runs, to the character
 * @param policy what this page may do beyond that: further sources, by directive
 */
export function contentSecurityPolicy({
  styles,
  scripts,
  policy = {},
}: {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly policy?: Policy;
}): string {
  return [
    "default-src 'none'",
    ...(scripts.length === 0
      ? []
      : [['script-src', hashSources(scripts), ...(policy['script-src'] ?? [])].join(' ')]),
    `style-src ${hashSources(styles)}`,
    "img-src 'self' data:",
    ...OWN_DIRECTIVES.flatMap((name) => {
      const sources = policy[name];
      return sources === undefined ? [] : [[name, ...sources].join(' ')];
    }),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** What a page may need that most do not, by the names of the specification. */
export interface Policy {
  readonly 'script-src'?: readonly string[];
  readonly 'connect-src'?: readonly string[];
  readonly 'worker-src'?: readonly string[];
}

const OWN_DIRECTIVES = ['connect-src', 'worker-src'] as const;

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
