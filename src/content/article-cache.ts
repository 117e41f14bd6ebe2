import type { Cache } from '../cache/cache.ts';
import { digestOf } from '../cache/digest.ts';
import { folderOf } from './linked-files.ts';
import type { ArticleParsing } from './parse-article.ts';

/** A parsed article without the HTML of its body, which has its own cache entry. */
export type CachedArticle = Omit<Extract<ArticleParsing, { ok: true }>, 'html'>;

/**
 * Returns a digest of everything that the result of parsing an article depends on.
 * @param file the article's. Links to files contain the name of its folder
 * @param publicationLanguage the language of articles without one (BCP 47)
 * @param version see `parserVersion`
 */
export function articleDigest(
  file: string,
  bytes: Uint8Array,
  publicationLanguage: string,
  version: string,
): string {
  return digestOf(version, publicationLanguage, folderOf(file), bytes);
}

export function readCachedArticle(cache: Cache, digest: string): CachedArticle | undefined {
  const json = cache.get(`article ${digest}`);
  cache.markUsed(`body ${digest}`);
  // Only `cacheArticle` writes these entries, and the cache has checksums.
  return json === undefined ? undefined : (JSON.parse(json) as CachedArticle);
}

export function readCachedBody(cache: Cache, digest: string): string | undefined {
  return cache.get(`body ${digest}`);
}

/** Caches an article. Does nothing if the article has problems. */
export function cacheArticle(cache: Cache, digest: string, parsing: ArticleParsing): void {
  if (!parsing.ok) return;
  const { html, ...article } = parsing;
  cache.set(`article ${digest}`, JSON.stringify(article satisfies CachedArticle));
  cache.set(`body ${digest}`, html);
}
