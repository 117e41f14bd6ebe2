import { createHash } from 'node:crypto';

/**
 * The content security policy (https://www.w3.org/TR/CSP3/) of a page. It allows only the page's own
 * styles and scripts, by their hashes, and pictures of the same site.
 * @param styles the exact text of each `<style>`
 * @param scripts the exact text of each `<script>` that runs
 * @param policy additional sources by directive
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

/** Additional sources by directive. */
export interface Policy {
  readonly 'script-src'?: readonly string[];
  readonly 'media-src'?: readonly string[];
  readonly 'connect-src'?: readonly string[];
  readonly 'worker-src'?: readonly string[];
}

const OWN_DIRECTIVES = ['media-src', 'connect-src', 'worker-src'] as const;

function hashSources(texts: readonly string[]): string {
  return texts.map((text) => `'${hashSource(text)}'`).join(' ');
}

const hashes = new Map<string, string>();

/** Cached, because pages share their styles and scripts. */
function hashSource(text: string): string {
  const hash = hashes.get(text) ?? `sha256-${createHash('sha256').update(text).digest('base64')}`;
  hashes.set(text, hash);
  return hash;
}
