import { types } from 'node:util';
import type { ImageMetadata } from 'astro';
import { digestOf } from '../cache/digest.ts';

/**
 * Gives each page of a route a key made of its props. A page that can be given one shows its props
 * and nothing else: it reads no collection and no file when it is rendered. So the build can take
 * over the last build's page where the key is the same (see `reuse-pages.ts`).
 *
 * Only a build has a use for keys.
 */
export function withKeys<Page extends { readonly props: object }>(
  pages: readonly Page[],
): (Page & { cacheKey?: string })[] {
  if (import.meta.env.DEV) return [...pages];
  // Many pages share what they show: the site, an article, a link to one.
  const known = new Map<unknown, string>();
  const textOf = (value: unknown): string => {
    const text = known.get(value) ?? JSON.stringify(plain(value));
    known.set(value, text);
    return text;
  };
  return pages.map((page) => {
    const shown = Object.entries(page.props).map(([name, value]) => `${name}:${textOf(value)}`);
    return { ...page, cacheKey: digestOf(...shown) };
  });
}

/** The same as plain data. Astro's pictures note who looks at them: only a copy may be looked at. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  // Of all props, only Astro's pictures are proxies, and `clone` is what these have for the purpose.
  if (types.isProxy(value)) return (value as ImageMetadata & { clone: unknown }).clone;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
