import { statSync } from 'node:fs';
import { filesWithin } from './files-within.ts';

/**
 * What tells whether a file is as it was, without reading it: its place on the disk, its size, and
 * when its data and its entry were last changed, in nanoseconds. No program can write to a file, or
 * put another in its place, and leave all of these as they were: the last one is the system's own.
 * Copying, restoring or checking out a file changes its stamp; then work is done again in vain.
 */
export type FileStamp = string;

/** `undefined` if there is no such file: a link that leads to nothing, a file that has just gone. */
export function stampOf(file: string): FileStamp | undefined {
  try {
    const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
  } catch {
    return undefined;
  }
}

/** The stamps of all files in a folder, by their paths in it. None if there is no folder. */
export function stampsIn(folder: string): Record<string, FileStamp> {
  const stamps: Record<string, FileStamp> = {};
  for (const file of filesWithin(folder)) {
    const stamp = stampOf(file);
    if (stamp !== undefined) stamps[file.slice(folder.length + 1)] = stamp;
  }
  return stamps;
}
