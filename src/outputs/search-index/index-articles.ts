import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Tinypool } from 'tinypool';
import { SEARCH_FOLDER } from '../../client/search/search-parts.ts';
import type { ReadArticle } from '../../content/read-article-files.ts';
import { makeIndex, type IndexingTask } from './index-worker.ts';
import type { SearchPart } from './search-index.ts';

/** Below this, starting a worker takes longer than the work. */
const FEWEST_FOR_WORKER = 100;

/**
 * Makes the search index of a build in the cache. Many articles are indexed in a worker, beside the
 * rendering of pages.
 * @param publicationLanguage of articles that name none (BCP 47)
 * @throws Error if the index cannot be made
 */
export async function indexArticles(
  articles: readonly ReadArticle[],
  publicationLanguage: string,
): Promise<SearchPart[]> {
  const task: IndexingTask = {
    articles: articles.map(({ slug, file, digest, article }) => ({ slug, file, digest, article })),
    publicationLanguage,
  };
  if (articles.length < FEWEST_FOR_WORKER) return makeIndex(task);
  const pool = new Tinypool({
    filename: new URL('./index-worker.ts', import.meta.url).href,
    maxThreads: 1,
    // A small space for new objects keeps less garbage: 100 MB less for 10,000 articles.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  try {
    // Tinypool does not know what the worker returns.
    return (await pool.run(task, { name: makeIndex.name })) as SearchPart[];
  } finally {
    await pool.destroy();
  }
}

/** Copies an index from the cache into a built site. */
export function copySearchIndex(folder: string, parts: readonly SearchPart[]): void {
  for (const { name, path } of parts) {
    cpSync(path, join(folder, SEARCH_FOLDER, name), { recursive: true });
  }
}
