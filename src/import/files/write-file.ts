import { existsSync, linkSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/*
 * All of this waits for the disk, since each file is done in a fraction of the time that it takes to
 * ask for it and be told.
 */

/**
 * Creates a file that is whole from the moment it has its name: a process that is killed on the way
 * leaves nothing but a hidden file (see `clearUp`).
 * @returns `false`, and nothing is changed, if there is a file of that name
 */
export function createFile(file: string, text: string): boolean {
  return withHiddenFile(file, text, (hidden) => {
    try {
      // Unlike a renaming, a link never takes the place of a file that has come in the meantime.
      linkSync(hidden, file);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      if (!NO_LINKS.has(codeOf(error))) throw error;
      // Memory cards and some network folders know no links.
      if (existsSync(file)) return false;
      renameSync(hidden, file);
      return true;
    }
  });
}

/** Writes a file in the place of another: at every moment one of the two is there, whole. */
export function replaceFile(file: string, text: string): void {
  withHiddenFile(file, text, (hidden) => {
    renameSync(hidden, file);
  });
}

/** Removes what killed processes have left in a folder. Called before this one writes there. */
export function clearUp(folder: string): void {
  for (const name of readdirSync(folder)) {
    const processId = HIDDEN_NAME.exec(name)?.groups?.processId;
    if (processId === undefined || isRunning(Number(processId))) continue;
    rmSync(join(folder, name), { force: true });
  }
}

function withHiddenFile<Result>(
  file: string,
  text: string,
  use: (hidden: string) => Result,
): Result {
  const hidden = join(dirname(file), `.import-${process.pid}-${count++}.tmp`);
  try {
    writeFileSync(hidden, text, { flag: 'wx' });
    return use(hidden);
  } catch (cause) {
    throw new Error(`${basename(file)} cannot be written: ${messageOf(cause)}`, { cause });
  } finally {
    rmSync(hidden, { force: true });
  }
}

let count = 0;
const HIDDEN_NAME = /^\.import-(?<processId>\d+)-\d+\.tmp$/;
const NO_LINKS: ReadonlySet<unknown> = new Set(['ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM']);

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isRunning(processId: number): boolean {
  // In a container every process may get the number of the last: that one is not running.
  if (processId === process.pid) return false;
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // Somebody else's process.
    return codeOf(error) === 'EPERM';
  }
}
