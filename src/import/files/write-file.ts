import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
export function replaceFile(file: string, data: string | Uint8Array): void {
  withTemporaryFile(file, data, (temporary) => {
    renameSync(temporary, file);
  });
}

/**
 * Creates a folder with files, complete from the moment at which it appears.
 * @returns `false` if it exists already; nothing is changed then
 * @throws Error if a file cannot be written
 */
export function createFolder(
  folder: string,
  files: readonly { readonly name: string; readonly data: string | Uint8Array }[],
): boolean {
  if (existsSync(folder)) return false;
  const temporary = temporaryName(folder);
  try {
    mkdirSync(temporary);
    for (const { name, data } of files) writeFileSync(join(temporary, name), data, { flag: 'wx' });
    // A rename never replaces a folder that has files.
    renameSync(temporary, folder);
    return true;
  } catch (cause) {
    if (FOLDER_EXISTS.has(codeOf(cause))) return false;
    throw new Error(`${basename(folder)} cannot be written: ${messageOf(cause)}`, { cause });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Removes temporary files and folders that killed processes have left in a folder. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const processId = TEMPORARY_NAME.exec(name)?.groups?.processId;
    if (processId === undefined || isRunning(Number(processId))) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function withTemporaryFile<Result>(
  file: string,
  data: string | Uint8Array,
  use: (temporary: string) => Result,
): Result {
  const temporary = temporaryName(file);
  try {
    writeFileSync(temporary, data, { flag: 'wx' });
    return use(temporary);
  } catch (cause) {
    throw new Error(`${basename(file)} cannot be written: ${messageOf(cause)}`, { cause });
  } finally {
    rmSync(temporary, { force: true });
  }
}

function temporaryName(file: string): string {
  return join(dirname(file), `.import-${process.pid}-${fileNumber++}.tmp`);
}

let fileNumber = 0;
const TEMPORARY_NAME = /^\.import-(?<processId>\d+)-\d+\.tmp$/;
const FOLDER_EXISTS: ReadonlySet<unknown> = new Set(['EEXIST', 'ENOTEMPTY', 'ENOTDIR']);
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
