import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Fills a new folder and puts it in the place of an old one when it is whole. If `fill` throws, or
 * the process is ended, the old folder stays as it was: at worst it stands under another name, from
 * which the next call brings it back.
 * @param folder the folder to replace; it need not exist
 * @param fill writes into the folder whose path it is given, which exists and is empty
 */
export async function replaceFolder(
  folder: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  await recoverFolder(folder);
  const next = join(dirname(folder), `${prefixFor(folder)}${process.pid}`);
  await mkdir(next);
  try {
    await fill(next);
    await exchange(folder, next);
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

/** Two renames, since there is no portable exchange in one: between them nothing is awaited but they. */
async function exchange(folder: string, next: string): Promise<void> {
  const last = `${next}${OLD}`;
  const existed = existsSync(folder);
  if (existed) await rename(folder, last);
  try {
    await rename(next, folder);
  } catch (error) {
    if (existed) await rename(last, folder);
    throw error;
  }
  await rm(last, { recursive: true, force: true });
}

const OLD = '.old';

function prefixFor(folder: string): string {
  return `.${basename(folder)}-`;
}

/** Removes what killed processes left, and brings back the folder if one was killed between renames. */
export async function recoverFolder(folder: string): Promise<void> {
  const parent = dirname(folder);
  const prefix = prefixFor(folder);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const [, processId] = /^(\d+)(?:\.old)?$/.exec(name.slice(prefix.length)) ?? [];
    if (processId === undefined || isRunning(Number(processId))) continue;
    if (name.endsWith(OLD) && !existsSync(folder)) await rename(join(parent, name), folder);
    else await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** Whether another process has that id. Ours may have been that of a killed one: ids come again. */
function isRunning(processId: number): boolean {
  if (processId === process.pid) return false;
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // A process that we may not signal is running all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
