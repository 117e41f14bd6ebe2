import { statSync } from 'node:fs';
import { filesWithin } from './files-within.ts';

/**
 * The inode, size, mtime and ctime of a file. Changes whenever the file is written or replaced, because
 * programs cannot set the ctime. It also changes when a file is copied or checked out, which only costs
 * time.
 */
export type FileStamp = string;

/**
 * Whether two stamps have the same size and mtime, as for a copy that kept its times, or a file that
 * got another hard link. Misses an edit of equal length after which a program has reset the mtime.
 */
export function isSameContent(a: FileStamp, b: FileStamp): boolean {
  const [, size, mtime] = a.split(' ');
  const [, otherSize, otherMtime] = b.split(' ');
  return size === otherSize && mtime === otherMtime;
}

/** Returns the stamp of a file, or `undefined` if it does not exist or is a broken link. */
export function stampOf(file: string): FileStamp | undefined {
  try {
    const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
  } catch {
    return undefined;
  }
}

/** Returns the stamps of all files in a folder, by their relative paths. Ignores a missing folder. */
export function stampsIn(folder: string): Record<string, FileStamp> {
  const stamps: Record<string, FileStamp> = {};
  for (const file of filesWithin(folder)) {
    const stamp = stampOf(file);
    if (stamp !== undefined) stamps[file.slice(folder.length + 1)] = stamp;
  }
  return stamps;
}
