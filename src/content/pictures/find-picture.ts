import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { posix } from 'node:path';
import type { Fault } from '../../article/problem.ts';

/** The file of a picture, or why it was not found. */
export type FoundPicture =
  | { readonly ok: true; readonly file: string }
  | { readonly ok: false; readonly fault: Pick<Fault, 'wrong' | 'right'> };

/**
 * Finds the file of a picture, or another file. Refuses symbolic links in its path below the article's
 * folder. Ignores differences of Unicode normalization, because macOS and some archives change the form of
 * file names.
 * @param article the article's file, relative to the project
 * @param path relative to the article's file
 * @param kind for messages
 * @returns `file` relative to the project, with the name on disk
 */
export function findPicture(
  article: string,
  path: string,
  kind: 'picture' | 'file' = 'picture',
): FoundPicture {
  const folder = posix.dirname(article);
  const names = posix.normalize(path).split('/');
  const correct = `Put the ${kind} there, or correct the path. Upper and lower case matter.`;
  let file = folder;
  for (const [index, name] of names.entries()) {
    const entry = findEntry(file, name);
    if (!entry) return fail(`The ${kind} ${posix.join(folder, path)} does not exist.`, correct);
    file = posix.join(file, entry.name);
    if (entry.stats.isSymbolicLink()) {
      return fail(`${file} is a symbolic link.`, 'Replace it with a copy of what it leads to.');
    }
    const isLast = index === names.length - 1;
    if (isLast && !entry.stats.isFile()) return fail(`${file} is not a file.`, correct);
  }
  return { ok: true, file };
}

function fail(wrong: string, right: string): FoundPicture {
  return { ok: false, fault: { wrong, right } };
}

interface Entry {
  readonly name: string;
  readonly stats: Stats;
}

function findEntry(folder: string, name: string): Entry | undefined {
  return (
    entryAt(folder, name) ??
    namesIn(folder)
      .filter((other) => other.normalize() === name.normalize())
      .map((other) => entryAt(folder, other))
      .at(0)
  );
}

function entryAt(folder: string, name: string): Entry | undefined {
  try {
    return { name, stats: lstatSync(posix.join(folder, name)) };
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
