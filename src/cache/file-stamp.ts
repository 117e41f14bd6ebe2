import { readdirSync, statSync } from 'node:fs';

/**
 * What tells whether a file is as it was, without reading it: its place on the disk, its size, and
 * when its data and its entry were last changed, in nanoseconds. No program can write to a file, or
 * put another in its place, and leave all of these as they were: the last one is the system's own.
 * Copying, restoring or checking out a file changes its stamp; then work is done again in vain.
 */
export type FileStamp = string;

/** @throws Error if there is no such file */
export function stampOf(file: string): FileStamp {
  const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
  return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
}

/** The stamps of all files in a folder, by their paths in it. None if there is no folder. */
export function stampsIn(folder: string): Record<string, FileStamp> {
  return Object.fromEntries(
    filesIn(folder).map((file) => [file.slice(folder.length + 1), stampOf(file)]),
  );
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
      .sort();
  } catch {
    return [];
  }
}
