import { existsSync, rmSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Fills a new folder and puts it in the place of an old one when it is whole. If `fill` throws, or
 * the process is ended, the old folder stays as it was: at worst it stands under another name, from
 * which the next call brings it back. To be called by one process at a time (see `inTurn`).
 * @param folder the folder to replace; it need not exist
 * @param fill writes into the folder whose path it is given, which exists and is empty
 */
export async function replaceFolder(
  folder: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  await recoverFolder(folder);
  const next = beside(folder, 'next');
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
  const last = beside(folder, 'last');
  const existed = existsSync(folder);
  if (existed) await rename(folder, last);
  try {
    await rename(next, folder);
  } catch (error) {
    if (existed) await rename(last, folder);
    throw error;
  }
  // Without waiting: of tens of thousands of files, that takes a third less.
  rmSync(last, { recursive: true, force: true });
}

/** The same names each time: Astro forgets what it knows of the content when its folder changes. */
function beside(folder: string, name: 'next' | 'last'): string {
  return join(dirname(folder), `.${basename(folder)}-${name}`);
}

/** Clears away what a process left that was ended, and brings back the folder if it is not there. */
export async function recoverFolder(folder: string): Promise<void> {
  await rm(beside(folder, 'next'), { recursive: true, force: true });
  const last = beside(folder, 'last');
  if (!existsSync(last)) return;
  if (existsSync(folder)) await rm(last, { recursive: true, force: true });
  else await rename(last, folder);
}
