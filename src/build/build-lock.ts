import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

const LOCK_FILE = '.astro/cache/build.lock';
const RETRY_AFTER_MS = 200;

/**
 * Runs `work` while no other process builds the same project. Uses SQLite's lock on a file, which the
 * operating system releases when a process ends, even if it was killed. Libraries such as
 * `proper-lockfile` leave a lock file behind, which blocks builds until it is considered stale.
 * @param onWait called once if another build is running
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
