import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import {
  convertBytes,
  convertFile,
  convertSmallFile,
  type FileConversion,
  type FileTask,
} from './convert-file.ts';
import { softwareFault, type ConvertOptions } from './convert.ts';
import type { TextSource } from './files/find-texts.ts';

/** A file and the conversions of its articles, which are made when they are asked for. */
export interface ConvertedText {
  readonly source: TextSource;
  readonly conversions: Iterable<FileConversion>;
}

/** Fewer texts are converted before worker threads would have started. */
const MIN_TEXTS_FOR_WORKERS = 200;

/** In bytes. Larger files may have many articles, which are saved one after the other. */
const MAX_BYTES_FOR_WORKERS = 4_000_000;

/** How many conversions each thread is ahead of the writing of files. Limits the use of memory. */
const TEXTS_AHEAD = 8;

/** Enough for the longest texts. A larger value delays garbage collection. */
const WORKER_LIMITS = { maxYoungGenerationSizeMb: 16 };

/**
 * Converts texts and yields them in their order. Many texts are converted in worker threads.
 * @param readInput returns the bytes of standard input
 */
export async function* convertAll(
  sources: readonly TextSource[],
  options: ConvertOptions,
  readInput: () => Promise<Uint8Array>,
): AsyncGenerator<ConvertedText> {
  const threads = sources.length < MIN_TEXTS_FOR_WORKERS ? 0 : availableParallelism();
  const pool = threads > 0 ? startPool(threads) : undefined;
  const start = async (source: TextSource): Promise<ConvertedText> => {
    const { path, name } = source;
    if (path === undefined) {
      return { source, conversions: convertBytes(await readInput(), options) };
    }
    const task = { path, name, options };
    const isSmall = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= MAX_BYTES_FOR_WORKERS;
    return { source, conversions: pool && isSmall ? await runTask(pool, task) : convertFile(task) };
  };
  const started: Promise<ConvertedText>[] = [];
  try {
    for (const source of sources) {
      started.push(start(source));
      if (started.length > threads * TEXTS_AHEAD) yield* started.splice(0, 1);
    }
    yield* started;
  } finally {
    await pool?.destroy();
  }
}

function startPool(maxThreads: number): Tinypool {
  return new Tinypool({
    filename: new URL('convert-file.ts', import.meta.url).href,
    minThreads: maxThreads,
    maxThreads,
    resourceLimits: WORKER_LIMITS,
  });
}

/** A worker that dies, for example for lack of memory, fails only the text that it was converting. */
async function runTask(pool: Tinypool, task: FileTask): Promise<FileConversion[]> {
  try {
    // Tinypool does not know the type of what a worker returns.
    return (await pool.run(task, { name: convertSmallFile.name })) as FileConversion[];
  } catch (error) {
    return [{ ok: false, faults: [softwareFault(error)] }];
  }
}
