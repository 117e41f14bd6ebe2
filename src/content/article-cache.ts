import type { Cache } from '../cache/cache.ts';
import { digestOf } from '../cache/digest.ts';
import type { ArticleParsing, Fault, ParsedArticle, WantedPicture } from './parse-article.ts';

/** What is kept of an article that could be parsed, beside the HTML of its body. */
export interface KeptArticle {
  readonly value: ParsedArticle;
  readonly pictures: readonly WantedPicture[];
  readonly warnings: readonly Fault[];
}

/**
 * The key of an article in the cache: a digest of all that its parsing depends on.
 * @param publicationLanguage of an article that names none (BCP 47)
 * @param version see `parserVersion`
 */
export function articleDigest(
  bytes: Uint8Array,
  publicationLanguage: string,
  version: string,
): string {
  return digestOf(version, publicationLanguage, bytes);
}

/** An article that has been parsed before. */
export function keptArticle(cache: Cache, digest: string): KeptArticle | undefined {
  const text = cache.get(`article ${digest}`);
  cache.keep(`body ${digest}`);
  // The cache gives back what `keepArticle` put in.
  return text === undefined ? undefined : (JSON.parse(text) as KeptArticle);
}

/** The body of an article that has been parsed before. */
export function keptBody(cache: Cache, digest: string): string | undefined {
  return cache.get(`body ${digest}`);
}

/** Keeps what became of an article. What is wrong with one is not kept: it is found anew each time. */
export function keepArticle(cache: Cache, digest: string, parsing: ArticleParsing): void {
  if (!parsing.ok) return;
  const { value, pictures, warnings, html } = parsing;
  const kept: KeptArticle = { value, pictures, warnings };
  cache.set(`article ${digest}`, JSON.stringify(kept));
  cache.set(`body ${digest}`, html);
}
