import { hash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/**
 * Work that has been done, kept on disk: texts under keys. A key names everything that its text
 * depends on, by a digest (see `digest.ts`), so that nothing in it can be out of date; what is no
 * longer asked for is only clutter. Whatever comes back is what was put in, to the byte: an entry
 * that has been damaged is not found, and a file that is no database any more is begun anew.
 *
 * Several processes may use it at once.
 */
export interface Cache {
  /** The text under a key; `undefined` if there is none, or not as it was put in. */
  readonly get: (key: string) => string | undefined;
  readonly set: (key: string, text: string) => void;
  /** Does many things in one go, which is many times faster. Whatever it throws, what was put in stays. */
  readonly together: <Result>(work: () => Result) => Result;
  /** Counts as asking: what is under this key will be needed by someone else. */
  readonly keep: (key: string) => void;
  /** Takes out everything that nobody has asked for or put in since this cache was opened. */
  readonly clearUnused: () => void;
  readonly close: () => void;
}

/** Where the project's cache is, from the project's folder. */
export const CACHE_FILE = '.astro/cache/offprint.db';

/** Opens a cache, which need not exist. */
export function openCache(file: string = CACHE_FILE): Cache {
  mkdirSync(dirname(file), { recursive: true });
  try {
    return open(file);
  } catch {
    for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true });
    return open(file);
  }
}

function open(file: string): Cache {
  const database = new DatabaseSync(file, { timeout: WAIT_FOR_OTHERS_MS });
  // An article's texts fit a large page, and its row is put at the end, wherever its key belongs: to
  // write them takes a fifth of the time. Before anything else: only an empty file can be told.
  database.exec('PRAGMA page_size = 16384;');
  // What is lost with the machine's power is only made again.
  database.exec('PRAGMA journal_mode = wal; PRAGMA synchronous = off;');
  database.exec(
    'CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, sum TEXT, text TEXT) STRICT',
  );
  return {
    ...accessTo(database),
    close: () => {
      database.close();
    },
  };
}

const WAIT_FOR_OTHERS_MS = 30_000;

function accessTo(database: DatabaseSync): Omit<Cache, 'close'> {
  const read = database.prepare('SELECT sum, text FROM entry WHERE key = ?');
  const write = database.prepare('INSERT OR REPLACE INTO entry VALUES (?, ?, ?)');
  const used = new Set<string>();
  return {
    get: (key) => {
      used.add(key);
      const row = attempt(() => read.get(key));
      return typeof row?.text === 'string' && row.sum === sumOf(key, row.text)
        ? row.text
        : undefined;
    },
    set: (key, text) => {
      used.add(key);
      attempt(() => write.run(key, sumOf(key, text), text));
    },
    keep: (key) => {
      used.add(key);
    },
    together: (work) => together(database, work),
    clearUnused: () => {
      const keys = database.prepare('SELECT key FROM entry');
      const remove = database.prepare('DELETE FROM entry WHERE key = ?');
      attempt(() => {
        together(database, () => {
          for (const key of unusedAmong(keys, used)) remove.run(key);
        });
      });
    },
  };
}

function together<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN');
  try {
    return work();
  } finally {
    database.exec('COMMIT');
  }
}

function unusedAmong(keys: StatementSync, used: ReadonlySet<string>): string[] {
  return keys
    .all()
    .map(({ key }) => String(key))
    .filter((key) => !used.has(key));
}

/** A page of the database that is damaged, or a full disk: then there is no cache, and work to do. */
function attempt<Result>(access: () => Result): Result | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}

function sumOf(key: string, text: string): string {
  return hash('sha256', `${key}\n${text}`, 'base64url');
}
