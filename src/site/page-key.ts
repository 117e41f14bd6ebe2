import { getConfiguredImageService } from 'astro:assets';
import { digestOf } from '../cache/digest.ts';

/**
 * Adds Astro's `cacheKey` to each page of a route: `npm run build` reuses a page of the last build if
 * its key and all code are the same. The key is a digest of the page's props, so the page must not
 * depend on anything else.
 *
 * Objects with a `digest`, such as articles, are represented by it.
 */
export async function withCacheKeys<Page extends { readonly props: object }>(
  pages: readonly Page[],
): Promise<(Page & { cacheKey?: string })[]> {
  if (import.meta.env.DEV) return [...pages];
  // Load the image service, which Astro needs to create pictures that are missing from its cache.
  // Usually, rendering a picture loads it, but the pages with pictures may all be reused.
  await getConfiguredImageService();
  // Pages share props, such as `site`. Serialize each of them once.
  const cache = new Map<unknown, string>();
  const serialize = (value: unknown): string => {
    if (value === undefined) return '';
    const json = cache.get(value) ?? JSON.stringify(value, replaceByDigest);
    cache.set(value, json);
    return json;
  };
  return pages.map((page) => {
    const props = Object.entries(page.props).map(([name, value]) => `${name}:${serialize(value)}`);
    return { ...page, cacheKey: digestOf(...props) };
  });
}

function replaceByDigest(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'digest' in value ? value.digest : value;
}
