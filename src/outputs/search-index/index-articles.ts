import { resolve } from 'node:path';
import { Tinypool } from 'tinypool';
import { SEARCH_FOLDER } from '../../client/search/search-parts.ts';
import type { ReadArticle } from '../../content/read-article-files.ts';
import type { BuildRecord } from '../../build/incremental/build-record.ts';
import { makeIndex, type IndexingTask } from './index-worker.ts';
import type { SearchParts } from './search-index.ts';

/** Below this, starting a worker takes longer than doing the work. */
const FEWEST_FOR_WORKER = 100;

/**
 * Makes the search index of a build, and takes over the parts of the last one that would come out
 * the same and are still as it left them. Of many articles beside everything else: what renders
 * pages does not stop for them.
 * @param options.publicationLanguage of articles that name none (BCP 47)
 * @param options.last what the last build left, if all that an index depends on is as it was
 * @param options.from the folder that the last build filled
 */
export async function indexArticles(
  articles: readonly ReadArticle[],
  options: {
    readonly publicationLanguage: string;
    readonly last: BuildRecord | undefined;
    readonly from: string;
  },
): Promise<SearchParts> {
  const { publicationLanguage, last, from } = options;
  const files = Object.entries(last?.files ?? {});
  const task: IndexingTask = {
    articles: articles.map(({ slug, file, digest, article }) => ({ slug, file, digest, article })),
    publicationLanguage,
    last: {
      search: last?.search ?? {},
      files: files.filter(([path]) => path.startsWith(`${SEARCH_FOLDER}/`)),
    },
    from,
  };
  if (articles.length < FEWEST_FOR_WORKER) return makeIndex(task);
  const pool = new Tinypool({
    filename: resolve('src/outputs/search-index/index-worker.ts'),
    maxThreads: 1,
    // What it has done with does not lie about: 100 MB less.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  try {
    // The pool knows nothing of what its worker gives back.
    return (await pool.run(task, { name: makeIndex.name })) as SearchParts;
  } finally {
    await pool.destroy();
  }
}
