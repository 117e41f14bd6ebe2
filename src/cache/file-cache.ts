import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Files and folders that take long to make, by keys of everything that they are made from. */
export interface FileCache {
  /**
   * The path of what is kept under a key. It is made if it is not there, and appears whole or not at
   * all: a process that is killed leaves nothing that the next one takes for finished.
   * @param key a digest, with an extension where that matters: see `digestOf`
   * @param make writes to the path that it is given
   */
  readonly get: (key: string, make: (path: string) => Promise<void>) => Promise<string>;
  readonly has: (key: string) => boolean;
  /** Removes what nobody has asked for since this cache was opened. */
  readonly prune: () => void;
}

/** @param folder which need not exist */
export function openFileCache(folder: string): FileCache {
  mkdirSync(folder, { recursive: true });
  const used = new Set<string>();
  const pathOf = (key: string): string => join(folder, key);
  const has = (key: string): boolean => existsSync(pathOf(key));
  return {
    has,
    get: async (key, make) => {
      used.add(key);
      if (has(key)) return pathOf(key);
      const unfinished = join(folder, `${UNFINISHED}${process.pid}-${key}`);
      rmSync(unfinished, { recursive: true, force: true });
      await make(unfinished);
      renameSync(unfinished, pathOf(key));
      return pathOf(key);
    },
    prune: () => {
      for (const name of readdirSync(folder)) {
        if (!used.has(name)) rmSync(pathOf(name), { recursive: true, force: true });
      }
    },
  };
}

const UNFINISHED = '.unfinished-';
