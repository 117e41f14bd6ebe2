import { getConfiguredImageService } from 'astro:assets';
import { digestOf } from '../cache/digest.ts';

/**
 * Gives each page of a route a `cacheKey` made of its props, for Astro's
 * `experimental.incrementalBuild`: a page whose key and code are those of the last build is not
 * rendered again. So a page with a key must show its props and nothing else.
 *
 * In the key, an object with a `digest` counts as that digest: an article, or what a list shows of it.
 */
export async function withCacheKeys<Page extends { readonly props: object }>(
  pages: readonly Page[],
): Promise<(Page & { cacheKey?: string })[]> {
  if (import.meta.env.DEV) return [...pages];
  // Rendering a picture loads it. If no page with pictures is rendered, Astro would not have it when
  // it makes a picture that is missing in its cache.
  await getConfiguredImageService();
  // Pages share values, such as the site: each is turned into text once.
  const known = new Map<unknown, string>();
  const textOf = (value: unknown): string => {
    if (value === undefined) return '';
    const text = known.get(value) ?? JSON.stringify(value, digestsOnly);
    known.set(value, text);
    return text;
  };
  return pages.map((page) => {
    const shown = Object.entries(page.props).map(([name, value]) => `${name}:${textOf(value)}`);
    return { ...page, cacheKey: digestOf(...shown) };
  });
}

function digestsOnly(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'digest' in value ? value.digest : value;
}
