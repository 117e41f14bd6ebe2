import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A cache of files and folders. Keys are digests of everything that an entry is made from. */
export interface FileCache {
  /**
   * Returns the path of an entry. Creates a missing entry under a temporary name first, so that a
   * killed process never leaves an incomplete one.
   * @param key a digest (see `digestOf`), with a file extension if necessary
   * @param make writes the file or folder to the path that it receives
   */
  readonly get: (key: string, make: (path: string) => Promise<void>) => Promise<string>;
  readonly has: (key: string) => boolean;
  /** Deletes the entries that `get` has not returned since this cache was opened. */
  readonly prune: () => void;
}

/**
 * Opens a cache. Creates its folder if necessary.
 * @param isWhole whether an entry is as it was made: a damaged one is made again
 */
export function openFileCache(
  folder: string,
  isWhole: (path: string) => boolean = () => true,
): FileCache {
  mkdirSync(folder, { recursive: true });
  const used = new Set<string>();
  const whole = new Set<string>();
  const pathOf = (key: string): string => join(folder, key);
  const has = (key: string): boolean => {
    if (!whole.has(key) && existsSync(pathOf(key)) && isWhole(pathOf(key))) whole.add(key);
    return whole.has(key);
  };
  return {
    has,
    get: async (key, make) => {
      used.add(key);
      if (has(key)) return pathOf(key);
      const temporary = join(folder, `${TEMPORARY_PREFIX}${process.pid}-${key}`);
      rmSync(temporary, { recursive: true, force: true });
      await make(temporary);
      renameSync(temporary, pathOf(key));
      return pathOf(key);
    },
    prune: () => {
      for (const name of readdirSync(folder)) {
        if (!used.has(name)) rmSync(pathOf(name), { recursive: true, force: true });
      }
    },
  };
}

const TEMPORARY_PREFIX = '.unfinished-';
