import { openCache, type Cache } from '../cache/cache.ts';
import { parserVersion } from '../cache/software-version.ts';
import { readPublication } from '../publication.ts';
import { cacheArticle, readCachedBody } from './article-cache.ts';
import type { BodyData } from './article-entry.ts';
import { parseArticle, type ArticleParsing } from './parse-article.ts';
import { readSource, type ArticleSource } from './read-source.ts';

let cache: Cache | undefined;

/**
 * Returns the body of an article as sanitized HTML, with a gap (see `PICTURE_GAP`) for each
 * picture. In `dev`, reads the current file, so that an edit shows before Astro has updated its
 * content store.
 * @param body `data.body` of the article's entry
 * @throws Error if the file has changed since the articles were loaded, in a build
 */
export function articleBody({ file, digest }: Pick<BodyData<unknown>, 'file' | 'digest'>): string {
  return import.meta.env.DEV ? currentBody(file, digest) : loadedBody(file, digest);
}

/** Like `articleBody` in a build, for code that Vite does not run. */
export function loadedBody(file: string, digest: string): string {
  const cached = readCachedBody(openCacheOnce(), digest);
  if (cached !== undefined) return cached;
  const source = readCurrent(file);
  const parsing = source?.digest === digest ? parseAndCache(source) : undefined;
  if (parsing?.ok !== true) throw new Error(`${file} changed during the build. Build again.`);
  return parsing.html;
}

function currentBody(file: string, digest: string): string {
  const source = readCurrent(file);
  const cached = source && readCachedBody(openCacheOnce(), source.digest);
  if (cached !== undefined) return cached;
  const parsing = source && parseAndCache(source);
  // If the edit has a problem, the loader reports it. Until then, show the last valid body.
  return parsing?.ok ? parsing.html : (readCachedBody(openCacheOnce(), digest) ?? '');
}

interface Source extends ArticleSource {
  readonly file: string;
  /** The publication's language (BCP 47). */
  readonly language: string;
}

function readCurrent(file: string): Source | undefined {
  const { language } = readPublication();
  const source = readSource(file, language, parserVersion());
  return source && { ...source, file, language };
}

function parseAndCache({ file, bytes, digest, language }: Source): ArticleParsing {
  const parsing = parseArticle(file, bytes, language);
  cacheArticle(openCacheOnce(), digest, parsing);
  return parsing;
}

function openCacheOnce(): Cache {
  return (cache ??= openCache());
}
