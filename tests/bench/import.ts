import { fork } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleText } from './sample-text.ts';

/*
 * Measures how many texts of 450 words the import converts per second, including its start, and its
 * peak memory for 1,000 and 10,000 texts.
 */

/** The message of `measure-import.ts`. */
interface Measure {
  readonly seconds: number;
  readonly peakBytes: number;
}

for (const count of [1_000, 10_000]) {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
  try {
    const texts = join(folder, 'texts');
    await mkdir(texts);
    for (let number = 0; number < count; number++) {
      await writeFile(join(texts, `${String(number).padStart(5, '0')}.txt`), sampleText(number));
    }
    const { seconds, peakBytes } = await measureImport(folder);
    const rate = Math.round(count / seconds).toLocaleString('en');
    console.log(
      `  ${count.toLocaleString('en')} texts: ${seconds.toFixed(1)} s, ${rate} a second, peak memory ${Math.round(peakBytes / 1e6)} MB (${availableParallelism()} cores)`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureImport(folder: string): Promise<Measure> {
  const child = fork(join(import.meta.dirname, 'measure-import.ts'), ['texts', '--standfirst'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((done, fail) => {
    // `measure-import.ts` sends no other messages.
    child.on('message', (message) => {
      done(message as Measure);
    });
    child.on('error', fail);
    child.on('exit', (code) => {
      fail(new Error(`The import ended with exit code ${code ?? 'none'}.`));
    });
  });
}
