import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Tinypool } from 'tinypool';
import { parseArticle, type ArticleParsing } from './parse-article.ts';

/** The text of an article. */
export interface ArticleText {
  /** From the project's folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Articles of one publication, for one worker. */
export interface ParsingTask {
  readonly texts: readonly ArticleText[];
  readonly publicationLanguage: string;
}

/** Below this, starting workers takes longer than doing the work. */
const FEWEST_FOR_WORKERS = 100;

/** Large enough that handing over costs nothing, small enough that all workers end together. */
const ARTICLES_A_TASK = 50;

/**
 * Parses articles, many of them on all processors at once.
 * @param onParsed is called as often as an article is done
 * @returns what became of each, in their order
 */
export async function parseArticles(
  texts: readonly ArticleText[],
  publicationLanguage: string,
  onParsed: () => void,
): Promise<ArticleParsing[]> {
  if (texts.length < FEWEST_FOR_WORKERS) {
    return texts.map(({ file, bytes }) => {
      onParsed();
      return parseArticle(file, bytes, publicationLanguage);
    });
  }
  const pool = new Tinypool({
    filename: resolve('src/collection/parse-worker.ts'),
    maxThreads: availableParallelism(),
  });
  const parseSome = async (start: number): Promise<ArticleParsing[]> => {
    const some = texts.slice(start, start + ARTICLES_A_TASK);
    const task = { texts: some, publicationLanguage } satisfies ParsingTask;
    // The pool knows nothing of what its worker gives back.
    const parsings = (await pool.run(task)) as ArticleParsing[];
    parsings.forEach(onParsed);
    return parsings;
  };
  try {
    const tasks = Math.ceil(texts.length / ARTICLES_A_TASK);
    const starts = Array.from({ length: tasks }, (_, task) => task * ARTICLES_A_TASK);
    return (await Promise.all(starts.map(parseSome))).flat();
  } finally {
    await pool.destroy();
  }
}
