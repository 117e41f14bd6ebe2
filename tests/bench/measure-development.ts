import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

/** How long a writer waits for the development server, in seconds. */
export interface DevelopmentTimes {
  /** From the command to the address. */
  readonly started: number;
  /** From saving an article to a page that shows what was saved: the middle one of several. */
  readonly shown: number;
}

const EDITS = 5;
const ASK_EVERY_MS = 5;

/**
 * Measures the development server.
 * @param article the file that is edited, from the project's folder
 */
export async function measureDevelopment(
  folder: string,
  article: string,
): Promise<DevelopmentTimes> {
  const begun = performance.now();
  const server = spawn('npm', ['run', 'dev', '--', '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  try {
    const address = await printedAddress(server.stdout);
    const started = seconds(begun);
    const page = `${address}articles/${basename(article, '.md')}.html`;
    await (await fetch(page)).text();
    const times: number[] = [];
    for (let edit = 1; edit <= EDITS; edit++) {
      // Whatever the last edit set in motion is over.
      await setTimeout(3000);
      times.push(await timeOfEdit(join(folder, article), `Edit number ${edit}.`, page));
    }
    return { started, shown: times.toSorted((a, b) => a - b)[EDITS >> 1] ?? NaN };
  } finally {
    // The whole group: npm, its shell, and the server.
    if (server.pid !== undefined) process.kill(-server.pid);
  }
}

async function timeOfEdit(file: string, words: string, page: string): Promise<number> {
  const text = await readFile(file, 'utf8');
  const begun = performance.now();
  await writeFile(file, `${text}\n${words}\n`);
  while (!(await (await fetch(page)).text()).includes(words)) await setTimeout(ASK_EVERY_MS);
  return seconds(begun);
}

function printedAddress(output: NodeJS.ReadableStream): Promise<string> {
  let printed = '';
  return new Promise((found, fail) => {
    // Read to its end: a server that nobody listens to stops.
    output.on('data', (data: Buffer) => {
      printed += stripVTControlCharacters(data.toString());
      const address = /http:\/\/\S+\//.exec(printed)?.[0];
      if (address !== undefined) found(address);
    });
    output.on('end', () => {
      fail(new Error(`npm run dev ended:\n${printed}`));
    });
  });
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}
