import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

/** How long a writer waits for `npm run dev`, in seconds. */
export interface DevelopmentTimes {
  /** From the command to the printed URL. */
  readonly start: number;
  /** From saving an article to a page that shows the edit. The median of several edits. */
  readonly edit: number;
}

const EDITS = 5;
const POLL_INTERVAL_MS = 5;

/**
 * Measures the dev server.
 * @param article the file to edit, relative to `folder`
 */
export async function measureDevelopment(
  folder: string,
  article: string,
): Promise<DevelopmentTimes> {
  const begin = performance.now();
  const server = spawn('npm', ['run', 'dev', '--', '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  try {
    const url = await printedUrl(server.stdout);
    const start = secondsSince(begin);
    const page = `${url}articles/${basename(article, '.md')}.html`;
    await (await fetch(page)).text();
    const times: number[] = [];
    for (let edit = 1; edit <= EDITS; edit++) {
      // Let the server finish its work after the last edit.
      await setTimeout(3000);
      times.push(await timeEdit(join(folder, article), `Edit number ${edit}.`, page));
    }
    return { start, edit: times.toSorted((a, b) => a - b)[EDITS >> 1] ?? NaN };
  } finally {
    // The process group: npm, its shell, and the server.
    if (server.pid !== undefined) process.kill(-server.pid);
  }
}

async function timeEdit(file: string, sentence: string, page: string): Promise<number> {
  const text = await readFile(file, 'utf8');
  const begin = performance.now();
  await writeFile(file, `${text}\n${sentence}\n`);
  while (!(await (await fetch(page)).text()).includes(sentence)) await setTimeout(POLL_INTERVAL_MS);
  return secondsSince(begin);
}

function printedUrl(output: NodeJS.ReadableStream): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    // Keeps reading, because the server would block on a full pipe.
    output.on('data', (data: Buffer) => {
      printed += stripVTControlCharacters(data.toString());
      const url = /http:\/\/\S+\//.exec(printed)?.[0];
      if (url !== undefined) resolve(url);
    });
    output.on('end', () => {
      reject(new Error(`npm run dev ended:\n${printed}`));
    });
  });
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}
