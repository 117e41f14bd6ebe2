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

/** Small enough that a worker does not leave its garbage lying. */
const LIMITS = { maxYoungGenerationSizeMb: 16 };

/** Large enough that handing over costs nothing, small enough that all workers end together. */
const ARTICLES_A_TASK = 50;

/**
 * Parses articles, many of them on all processors at once.
 * @param onParsed is told what became of some of them, and with which of them these begin
 */
export async function parseArticles(
  texts: readonly ArticleText[],
  publicationLanguage: string,
  onParsed: (parsings: readonly ArticleParsing[], start: number) => void,
): Promise<void> {
  if (texts.length < FEWEST_FOR_WORKERS) {
    onParsed(
      texts.map(({ file, bytes }) => parseArticle(file, bytes, publicationLanguage)),
      0,
    );
    return;
  }
  const pool = new Tinypool({
    filename: resolve('src/content/parse-worker.ts'),
    maxThreads: availableParallelism(),
    resourceLimits: LIMITS,
  });
  const parseSome = async (start: number): Promise<void> => {
    const some = texts.slice(start, start + ARTICLES_A_TASK);
    const task = { texts: some, publicationLanguage } satisfies ParsingTask;
    // The pool knows nothing of what its worker gives back.
    onParsed((await pool.run(task)) as ArticleParsing[], start);
  };
  try {
    const tasks = Math.ceil(texts.length / ARTICLES_A_TASK);
    const starts = Array.from({ length: tasks }, (_, task) => task * ARTICLES_A_TASK);
    await Promise.all(starts.map(parseSome));
  } finally {
    await pool.destroy();
  }
}
