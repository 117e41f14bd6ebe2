import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Tinypool } from 'tinypool';
import { pagePath } from '../../article/address.ts';
import { linkOrCopy } from '../../cache/link-or-copy.ts';
import { SEARCH_FOLDER } from '../../client/search/search-parts.ts';
import type { ReadDocument } from '../../content/documents/read-documents.ts';
import type { ReadArticle } from '../../content/read-article-files.ts';
import { makeIndex, type IndexingTask } from './index-worker.ts';
import type { SearchPart } from './search-index.ts';

/** With fewer articles, starting a worker takes longer than indexing. */
const MIN_ARTICLES_FOR_WORKER = 100;

/**
 * Makes the search index of a build, in the cache. Indexes many articles in a worker, while the main
 * thread renders pages.
 * @param publicationLanguage the language of articles without one (BCP 47)
 * @throws Error if the index cannot be made
 */
export async function indexArticles(
  articles: readonly ReadArticle[],
  pages: readonly ReadDocument<'pages'>[],
  publicationLanguage: string,
): Promise<SearchPart[]> {
  const task: IndexingTask = {
    articles: [
      ...articles.map(({ slug, file, digest, article }) => ({ slug, file, digest, article })),
      ...pages.map(({ slug, file, digest, frontMatter, body }) => {
        const html = body?.html ?? '';
        return { slug, file, digest, article: frontMatter, path: pagePath(slug), html };
      }),
    ],
    publicationLanguage,
  };
  if (articles.length < MIN_ARTICLES_FOR_WORKER) return makeIndex(task);
  const pool = new Tinypool({
    filename: new URL('./index-worker.ts', import.meta.url).href,
    maxThreads: 1,
    // Saves 100 MB for 10,000 articles, because garbage is collected more often.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  try {
    // Tinypool does not know the type of the worker's result.
    return (await pool.run(task, { name: makeIndex.name })) as SearchPart[];
  } finally {
    await pool.destroy();
  }
}

/** Puts an index from the cache into a built site. */
export function addSearchIndex(folder: string, parts: readonly SearchPart[]): void {
  for (const { name, path } of parts) linkFolder(path, join(folder, SEARCH_FOLDER, name));
}

function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else linkOrCopy(source, target);
  }
}
