import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { posix } from 'node:path';

/** A picture's file, or what keeps it from being found. */
export type FoundPicture =
  { readonly ok: true; readonly file: string } | { readonly ok: false; readonly wrong: string };

/**
 * Finds the file of a picture. Walks down from the article's folder, so that no symbolic link on the
 * way leads out of it. A name on disk may be in another Unicode normalization form than in the text,
 * as macOS and some archives write it: people see no difference.
 * @param article the article's file, from the project's folder
 * @param path the picture's, relative to the article's file
 * @returns `file` from the project's folder, as it is on disk
 */
export function findPicture(article: string, path: string): FoundPicture {
  const folder = posix.dirname(article);
  const steps = posix.normalize(path).split('/');
  let file = folder;
  for (const [index, step] of steps.entries()) {
    const entry = findEntry(file, step);
    if (!entry) return { ok: false, wrong: `There is no picture ${posix.join(folder, path)}.` };
    file = posix.join(file, entry.name);
    if (entry.status.isSymbolicLink()) return { ok: false, wrong: `${file} is a symbolic link.` };
    const isLast = index === steps.length - 1;
    if (isLast && !entry.status.isFile()) return { ok: false, wrong: `${file} is not a file.` };
  }
  return { ok: true, file };
}

interface Entry {
  readonly name: string;
  readonly status: Stats;
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
    return { name, status: lstatSync(posix.join(folder, name)) };
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
