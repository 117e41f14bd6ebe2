import { readPublication } from '../publication.ts';
import { openCache } from '../cache/cache.ts';
import type { ArticleFile } from './find-articles.ts';
import { readArticleFiles, type ReadArticles, type Reading } from './read-article-files.ts';
import { readArticles } from './read-articles.ts';
import { parserVersion } from '../cache/software-version.ts';

/** Reads every article of the project, with its cache and for its publication. */
export function readAll(): Promise<ReadArticles> {
  return withCache((reading) => readArticles(reading));
}

/** Reads some of the articles in the same way. */
export function readSome(files: readonly ArticleFile[]): Promise<ReadArticles> {
  return withCache((reading) => readArticleFiles(files, reading));
}

async function withCache(read: (reading: Reading) => Promise<ReadArticles>): Promise<ReadArticles> {
  const cache = openCache();
  try {
    const { language } = readPublication();
    return await read({ publicationLanguage: language, cache, version: parserVersion() });
  } finally {
    cache.close();
  }
}
