import { openFileCache } from '../../cache/file-cache.ts';
import { loadedBody } from '../../content/article-body.ts';
import type { ReadArticle } from '../../content/read-article-files.ts';
import { makeSearchIndex, type SearchPart } from './search-index.ts';

/** What the index is made from. Can be cloned, to be sent to a worker. */
export interface IndexingTask {
  readonly articles: readonly Pick<ReadArticle, 'slug' | 'file' | 'digest' | 'article'>[];
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
    bodyOf: ({ file, digest }) => loadedBody(file, digest),
  });
  cache.prune();
  return parts;
}
