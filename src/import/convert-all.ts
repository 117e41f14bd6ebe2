import { availableParallelism } from 'node:os';
import { ConvertPool } from './convert-pool.ts';
import { convertBytes, convertFile } from './convert-file.ts';
import type { Conversion, ConvertOptions } from './convert.ts';
import type { TextSource } from './files/find-texts.ts';

/** A text and what was made of it. */
export interface Converted {
  readonly source: TextSource;
  readonly conversion: Conversion;
}

/** Fewer texts are done before other threads would have started. */
const FEWEST_FOR_POOL = 200;
/** Texts that are being converted or wait to be fetched, for each thread: memory does not grow beyond. */
const AHEAD = 8;

/**
 * Makes articles of texts, in their order. Many are converted on all cores.
 * @param readInput gives the bytes of standard input
 */
export async function* convertAll(
  sources: readonly TextSource[],
  options: ConvertOptions,
  readInput: () => Promise<Uint8Array>,
): AsyncGenerator<Converted> {
  const threads = sources.length < FEWEST_FOR_POOL ? 0 : Math.min(availableParallelism(), 16);
  const pool = threads > 0 ? new ConvertPool(threads, options) : undefined;
  const started: Promise<Converted>[] = [];
  const start = async (source: TextSource): Promise<Converted> => {
    const { path } = source;
    if (path === undefined) return { source, conversion: convertBytes(await readInput(), options) };
    const conversion = pool ? await pool.convert(path) : convertFile(path, options);
    return { source, conversion };
  };
  try {
    for (const source of sources) {
      started.push(start(source));
      if (started.length > threads * AHEAD) yield* started.splice(0, 1);
    }
    yield* started;
  } finally {
    await Promise.all(started);
    await pool?.close();
  }
}
