import { hash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/**
 * A key-value store on disk. Keys are digests of everything that the value depends on (see
 * `digest.ts`), so entries are never outdated. Every value has a checksum: damaged entries are ignored,
 * and a damaged file is replaced by an empty one.
 *
 * Several processes can use it at once.
 */
export interface Cache {
  /** Returns the value of a key, or `undefined` if it is missing or damaged. */
  readonly get: (key: string) => string | undefined;
  readonly set: (key: string, text: string) => void;
  /** Runs many calls as one transaction, which is many times faster. Also commits if `work` throws. */
  readonly transaction: <Result>(work: () => Result) => Result;
  /** Marks a key as used without reading it. */
  readonly markUsed: (key: string) => void;
  /** Deletes all keys that were not used since this cache was opened. */
  readonly clearUnused: () => void;
  readonly close: () => void;
}

/** Relative to the project. */
export const CACHE_FILE = '.astro/cache/offprint.db';

/** Opens a cache. Creates it if necessary. */
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
  const database = new DatabaseSync(file, { timeout: LOCK_TIMEOUT_MS });
  // Most rows fit into a page of this size, which makes writing five times faster. `page_size` must be
  // set before any table exists.
  database.exec('PRAGMA page_size = 16384;');
  // Faster, and safe for a cache: entries lost in a power failure are created again.
  database.exec('PRAGMA journal_mode = wal; PRAGMA synchronous = off;');
  database.exec(
    'CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, sum TEXT, text TEXT) STRICT',
  );
  return {
    ...accessorsOf(database),
    close: () => {
      database.close();
    },
  };
}

const LOCK_TIMEOUT_MS = 30_000;

function accessorsOf(database: DatabaseSync): Omit<Cache, 'close'> {
  const read = database.prepare('SELECT sum, text FROM entry WHERE key = ?');
  const write = database.prepare('INSERT OR REPLACE INTO entry VALUES (?, ?, ?)');
  const used = new Set<string>();
  return {
    get: (key) => {
      used.add(key);
      const row = attempt(() => read.get(key));
      return typeof row?.text === 'string' && row.sum === checksum(key, row.text)
        ? row.text
        : undefined;
    },
    set: (key, text) => {
      used.add(key);
      attempt(() => write.run(key, checksum(key, text), text));
    },
    markUsed: (key) => {
      used.add(key);
    },
    transaction: (work) => inTransaction(database, work),
    clearUnused: () => {
      attempt(() => {
        const keys = database.prepare('SELECT key FROM entry');
        const remove = database.prepare('DELETE FROM entry WHERE key = ?');
        inTransaction(database, () => {
          for (const key of unusedKeys(keys, used)) remove.run(key);
        });
      });
    },
  };
}

function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  attempt(() => {
    database.exec('BEGIN');
  });
  try {
    return work();
  } finally {
    attempt(() => {
      database.exec('COMMIT');
    });
    // If SQLite cannot commit, it keeps the transaction open.
    attempt(() => {
      if (database.isTransaction) database.exec('ROLLBACK');
    });
  }
}

function unusedKeys(keys: StatementSync, used: ReadonlySet<string>): string[] {
  return keys
    .all()
    .map(({ key }) => String(key))
    .filter((key) => !used.has(key));
}

/** Ignores errors, such as a damaged page or a full disk: the build continues without the cache. */
function attempt<Result>(access: () => Result): Result | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}

function checksum(key: string, text: string): string {
  return hash('sha256', `${key}\n${text}`, 'base64url');
}
