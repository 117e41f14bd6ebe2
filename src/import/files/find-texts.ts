import { readdir, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { Problem } from '../../article/problem.ts';

/** A text to be imported: a file, or standard input, which has no path. */
export interface TextSource {
  /** As problems and reports name it: relative to the working folder, with forward slashes. */
  readonly name: string;
  readonly path?: string;
}

/** The texts that were named, and what is wrong with the names of others. */
export interface FoundTexts {
  readonly sources: readonly TextSource[];
  readonly problems: readonly Problem[];
}

/**
 * Finds the texts that arguments name. A folder stands for the `.txt` and `.text` files in it, at any
 * depth, in the order of their names. No file is found twice.
 * @param folder the one that relative names start from
 */
export async function findTexts(args: readonly string[], folder: string): Promise<FoundTexts> {
  const sources = new Map<string, TextSource>();
  const problems: Problem[] = [];
  for (const argument of args) {
    if (argument === '-') {
      sources.set('-', { name: 'standard input' });
      continue;
    }
    const path = resolve(folder, argument);
    const found = await textsAt(path);
    if (typeof found === 'string') problems.push({ file: argument, ...FAULTS[found] });
    else for (const file of found) sources.set(file, { name: nameOf(file, folder), path: file });
  }
  return { sources: [...sources.values()], problems };
}

async function textsAt(path: string): Promise<string[] | keyof typeof FAULTS> {
  const status = await stat(path).catch(() => undefined);
  if (!status) return 'absent';
  if (!status.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(
    () => undefined,
  );
  if (!entries) return 'unreadable';
  const texts = entries
    .filter((entry) => !entry.isDirectory() && /^[^.].*\.te?xt$/i.test(entry.name))
    .map((entry) => resolve(entry.parentPath, entry.name));
  return texts.length === 0 ? 'empty' : texts.sort((a, b) => (a < b ? -1 : 1));
}

const FAULTS = {
  absent: { wrong: 'There is no such file or folder.', right: 'Correct its name.' },
  unreadable: { wrong: 'The folder cannot be read.', right: 'See to it that you may read it.' },
  empty: {
    wrong: 'The folder holds no .txt files.',
    right: 'Name the files themselves if their names end otherwise.',
  },
} as const;

function nameOf(path: string, folder: string): string {
  const name = relative(folder, path);
  return (name.startsWith('..') ? path : name).split(sep).join('/');
}
