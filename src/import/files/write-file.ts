import { existsSync, linkSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/*
 * Not `write-file-atomic`: it renames a temporary file, which replaces a file that another process
 * has created in the meantime. It has no exclusive creation.
 *
 * All of this is synchronous: writing a small file takes less time than an asynchronous call.
 */

/**
 * Creates a file, complete from the moment at which it appears. A process that is killed leaves at
 * most a hidden temporary file (see `removeLeftovers`).
 * @returns `false` if the file exists already; nothing is changed then
 * @throws Error if the file cannot be written
 */
export function createFile(file: string, text: string): boolean {
  return withTemporaryFile(file, text, (temporary) => {
    try {
      // Unlike a rename, a link never replaces a file.
      linkSync(temporary, file);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      if (!LINKS_UNSUPPORTED.has(codeOf(error))) throw error;
      // Memory cards and some network folders have no links.
      if (existsSync(file)) return false;
      renameSync(temporary, file);
      return true;
    }
  });
}

/**
 * Replaces a file. At every moment, either the old or the new file is there, complete.
 * @throws Error if the file cannot be written
 */
export function replaceFile(file: string, text: string): void {
  withTemporaryFile(file, text, (temporary) => {
    renameSync(temporary, file);
  });
}

/** Removes temporary files that killed processes have left in a folder. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const processId = TEMPORARY_NAME.exec(name)?.groups?.processId;
    if (processId === undefined || isRunning(Number(processId))) continue;
    rmSync(join(folder, name), { force: true });
  }
}

function withTemporaryFile<Result>(
  file: string,
  text: string,
  use: (temporary: string) => Result,
): Result {
  const temporary = join(dirname(file), `.import-${process.pid}-${fileNumber++}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    return use(temporary);
  } catch (cause) {
    throw new Error(`${basename(file)} cannot be written: ${messageOf(cause)}`, { cause });
  } finally {
    rmSync(temporary, { force: true });
  }
}

let fileNumber = 0;
const TEMPORARY_NAME = /^\.import-(?<processId>\d+)-\d+\.tmp$/;
const LINKS_UNSUPPORTED: ReadonlySet<unknown> = new Set([
  'ENOSYS',
  'ENOTSUP',
  'EOPNOTSUPP',
  'EPERM',
]);

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isRunning(processId: number): boolean {
  // In a container, a killed process may have had the same number as this one.
  if (processId === process.pid) return false;
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // The process belongs to another user.
    return codeOf(error) === 'EPERM';
  }
}
