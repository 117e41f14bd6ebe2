import { readdirSync, type Dirent } from 'node:fs';

/**
 * Returns the paths of all files in a folder, at any depth, sorted, with forward slashes. Treats missing
 * and unreadable folders as empty, unlike `readdirSync` with `recursive`, which throws.
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
