import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Tinypool } from 'tinypool';
import { parseArticle, type ArticleParsing } from './parse-article.ts';

export interface ArticleText {
  /** Relative to the project. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface ParsingTask {
  readonly texts: readonly ArticleText[];
  readonly publicationLanguage: string;
}

/** With fewer articles, starting workers takes longer than parsing. */
const MIN_FOR_WORKERS = 100;

/** Small, so that workers collect garbage often. */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 16 };

/** Large enough to make messages cheap, small enough for all workers to finish at the same time. */
const ARTICLES_PER_TASK = 50;

/**
 * Parses articles. Uses all processors for many articles.
 * @param publicationLanguage the language of articles without one (BCP 47)
 * @param onParsed receives the results of some consecutive texts, and the index of the first one
 */
export async function parseArticles(
  texts: readonly ArticleText[],
  publicationLanguage: string,
  onParsed: (parsings: readonly ArticleParsing[], start: number) => void,
): Promise<void> {
  if (texts.length < MIN_FOR_WORKERS) {
    onParsed(
      texts.map(({ file, bytes }) => parseArticle(file, bytes, publicationLanguage)),
      0,
    );
    return;
  }
  const pool = new Tinypool({
    filename: resolve('src/content/parse-worker.ts'),
    maxThreads: availableParallelism(),
    resourceLimits: RESOURCE_LIMITS,
  });
  const runTask = async (start: number): Promise<void> => {
    const task: ParsingTask = {
      texts: texts.slice(start, start + ARTICLES_PER_TASK),
      publicationLanguage,
    };
    // `run` returns `any`. `parse-worker.ts` returns these.
    onParsed((await pool.run(task)) as ArticleParsing[], start);
  };
  try {
    const tasks = Math.ceil(texts.length / ARTICLES_PER_TASK);
    const starts = Array.from({ length: tasks }, (_, task) => task * ARTICLES_PER_TASK);
    await Promise.all(starts.map(runTask));
  } finally {
    await pool.destroy();
  }
}
