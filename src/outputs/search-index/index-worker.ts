import { openFileCache } from '../../cache/file-cache.ts';
import { loadedBody } from '../../content/article-body.ts';
import type { ReadArticle } from '../../content/read-article-files.ts';
import { makeSearchIndex, type IndexedArticle, type SearchPart } from './search-index.ts';

interface IndexedFile extends IndexedArticle, Pick<ReadArticle, 'file'> {
  /** The body, if it is not in the cache. */
  readonly html?: string;
}

/** What the index is made from. Can be cloned, to be sent to a worker. */
export interface IndexingTask {
  readonly articles: readonly IndexedFile[];
  readonly publicationLanguage: string;
}

const CACHE = '.astro/cache/search';

/** Makes the search index in `.astro/cache/search/`. Runs in the worker of `indexArticles`. */
export async function makeIndex({
  articles,
  publicationLanguage,
}: IndexingTask): Promise<SearchPart[]> {
  const cache = openFileCache(CACHE);
  const parts = await makeSearchIndex(cache, {
    articles,
    publicationLanguage,
    bodyOf: ({ file, digest, html }) => html ?? loadedBody(file, digest),
  });
  cache.prune();
  return parts;
}
