import { readdirSync, type Dirent } from 'node:fs';

/**
 * The files in a folder and in the folders below it, sorted by path, with forward slashes. A folder
 * that is not there or cannot be listed counts as empty, and hides none of the others.
 */
export function filesWithin(folder: string): string[] {
  return list(folder).sort();
}

function list(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? list(path) : [path];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
