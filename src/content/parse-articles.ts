import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Tinypool } from 'tinypool';
import parseFiles, { type ParsedFile, type ParsingTask } from './parse-files.ts';

/** With fewer articles, starting workers takes longer than parsing. */
const MIN_FOR_WORKERS = 100;

/** Small, so that workers collect garbage often. */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 16 };

/** Large enough to make messages cheap, small enough for all workers to finish at the same time. */
const ARTICLES_PER_TASK = 50;

/**
 * Parses articles. Uses all processors for many articles.
 * @param onParsed receives the results of some consecutive files, `undefined` for one that cannot be
 *   read, and the index of the first one
 */
export async function parseArticles(
  { files, ...options }: ParsingTask,
  onParsed: (parsed: readonly (ParsedFile | undefined)[], start: number) => void,
): Promise<void> {
  if (files.length < MIN_FOR_WORKERS) {
    onParsed(parseFiles({ files, ...options }), 0);
    return;
  }
  const pool = new Tinypool({
    filename: resolve('src/content/parse-files.ts'),
    maxThreads: availableParallelism(),
    resourceLimits: RESOURCE_LIMITS,
  });
  const runTask = async (start: number): Promise<void> => {
    const task: ParsingTask = { files: files.slice(start, start + ARTICLES_PER_TASK), ...options };
    // `run` returns `any`. `parse-files.ts` returns these.
    onParsed((await pool.run(task)) as (ParsedFile | undefined)[], start);
  };
  try {
    const tasks = Math.ceil(files.length / ARTICLES_PER_TASK);
    const starts = Array.from({ length: tasks }, (_, task) => task * ARTICLES_PER_TASK);
    await Promise.all(starts.map(runTask));
  } finally {
    await pool.destroy();
  }
}
