import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Returns the relative paths of all files in a folder, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();
}

/** Returns the SHA-256 digests of all files in a folder, by their relative paths. */
export function digestsIn(folder: string): Record<string, string> {
  const digestOf = (file: string): string => hash('sha256', readFileSync(join(folder, file)));
  return Object.fromEntries(filesIn(folder).map((file) => [file, digestOf(file)]));
}
