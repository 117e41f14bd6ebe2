import { copyFileSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stampOf, type FileStamp } from '../../cache/file-stamp.ts';

/** Puts a file in a second place, if it is as it was when its stamp was taken. */
export function linkIfUnchanged(from: string, to: string, stamp: FileStamp | undefined): boolean {
  try {
    if (stampOf(from) !== stamp) return false;
  } catch {
    return false;
  }
  if (!tryToLink(from, to)) {
    mkdirSync(dirname(to), { recursive: true });
    // Not every file system knows links.
    if (!tryToLink(from, to)) copyFileSync(from, to);
  }
  return true;
}

/** Tells whether it could: among thousands of files, all but the first in a folder find that there. */
function tryToLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/**
 * The same with all files of a folder, or none of them.
 * @param stamps of the files in it, by their paths in it
 */
export function linkFolderIfUnchanged(
  from: string,
  to: string,
  stamps: readonly (readonly [string, FileStamp])[],
): boolean {
  const all = stamps.every(([path, stamp]) =>
    linkIfUnchanged(join(from, path), join(to, path), stamp),
  );
  // What is written there next must not go into files that stand elsewhere as well.
  if (!all) rmSync(to, { recursive: true, force: true });
  return all && stamps.length > 0;
}
