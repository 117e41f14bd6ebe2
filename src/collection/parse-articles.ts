import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Tinypool } from 'tinypool';
import { parseArticle, type ArticleParsing } from './parse-article.ts';

/** Articles of one publication, for one worker. */
export interface ParsingTask {
  readonly texts: readonly Uint8Array[];
  readonly publicationLanguage: string;
}

/** Below this, starting workers takes longer than doing the work. */
const FEWEST_FOR_WORKERS = 100;

/** Large enough that handing over costs nothing, small enough that all workers end together. */
const ARTICLES_A_TASK = 50;

/**
 * Parses articles, many of them on all processors at once.
 * @param texts the bytes of their files
 * @param onParsed is told each result as it comes, with the position of its text
 */
export async function parseArticles(
  texts: readonly Uint8Array[],
  publicationLanguage: string,
  onParsed: (parsing: ArticleParsing, index: number) => void,
): Promise<void> {
  if (texts.length < FEWEST_FOR_WORKERS) {
    texts.forEach((bytes, index) => {
      onParsed(parseArticle(bytes, publicationLanguage), index);
    });
    return;
  }
  const pool = new Tinypool({
    filename: resolve('src/collection/parse-worker.ts'),
    maxThreads: availableParallelism(),
  });
  try {
    const starts = Array.from(
      { length: Math.ceil(texts.length / ARTICLES_A_TASK) },
      (_, task) => task * ARTICLES_A_TASK,
    );
    await Promise.all(
      starts.map(async (start) => {
        const task = { texts: texts.slice(start, start + ARTICLES_A_TASK), publicationLanguage };
        // The worker's function is the default export of its module.
        const parsings = (await pool.run(task satisfies ParsingTask)) as ArticleParsing[];
        parsings.forEach((parsing, index) => {
          onParsed(parsing, start + index);
        });
      }),
    );
  } finally {
    await pool.destroy();
  }
}
