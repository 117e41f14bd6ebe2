import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

const LOCK_FILE = '.astro/cache/build.lock';
const RETRY_AFTER_MS = 200;

/**
 * Runs a build while no other process runs one of the same project. The lock is SQLite's lock on a
 * file: the system releases it when a process ends, however it ends. (`proper-lockfile` and the like
 * leave a file behind when a process is killed, and decide by its age whether to believe it.)
 * @param onWait is called once if another build is running
 */
export async function withBuildLock<Result>(
  onWait: () => void,
  work: () => Promise<Result>,
  file: string = LOCK_FILE,
): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    for (let waited = false; !tryToLock(database); waited = true) {
      if (!waited) onWait();
      await setTimeout(RETRY_AFTER_MS);
    }
    return await work();
  } finally {
    database.close();
  }
}

/** SQLite's code for "another process has the lock" (https://www.sqlite.org/rescode.html#busy). */
const BUSY = 5;

function tryToLock(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return false;
    throw error;
  }
}
