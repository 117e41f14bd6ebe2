import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

const LOOK_AGAIN_AFTER_MS = 200;

/**
 * Does something while no other process does it. The lock is SQLite's on a file: the system takes it
 * away from a process that ends, however it ends, so that nothing is left to be cleared up.
 * @param file which need not exist, and stays
 * @param onWait is told once if another process is at it
 */
export async function inTurn<Result>(
  file: string,
  onWait: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true });
  const lock = new DatabaseSync(file);
  try {
    for (let waited = false; !tryToLock(lock); waited = true) {
      if (!waited) onWait();
      await setTimeout(LOOK_AGAIN_AFTER_MS);
    }
    return await work();
  } finally {
    lock.close();
  }
}

/** SQLite's code for "another process has it" (https://www.sqlite.org/rescode.html#busy). */
const BUSY = 5;

function tryToLock(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return false;
    throw error;
  }
}
