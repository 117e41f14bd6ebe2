import { readdir, stat } from 'node:fs/promises';
import { extname, relative, resolve, sep } from 'node:path';
import type { Problem } from '../../article/problem.ts';
import { EXTENSIONS } from '../formats/formats.ts';

/** A text to import: a file, or standard input, which has no path. */
export interface TextSource {
  /** For messages: relative to the working folder, with forward slashes. */
  readonly name: string;
  /** Absolute. */
  readonly path?: string;
}

export interface FoundTexts {
  readonly sources: readonly TextSource[];
  /** Problems with arguments that name no texts. */
  readonly problems: readonly Problem[];
}

/**
 * Finds the texts that arguments name. A folder stands for the files in it that have the
 * extension of a format, at any depth, sorted by name. A file that is named twice is found once.
 * @param folder the folder that relative names start from
 */
export async function findTexts(args: readonly string[], folder: string): Promise<FoundTexts> {
  const sources = new Map<string, TextSource>();
  const problems: Problem[] = [];
  for (const argument of args) {
    if (argument === '-') {
      sources.set('-', { name: 'standard input' });
      continue;
    }
    const files = await textsAt(resolve(folder, argument));
    if (typeof files === 'string') problems.push({ file: argument, ...FAULTS[files] });
    else for (const path of files) sources.set(path, { name: nameOf(path, folder), path });
  }
  return { sources: [...sources.values()], problems };
}

async function textsAt(path: string): Promise<string[] | keyof typeof FAULTS> {
  const status = await stat(path).catch(() => undefined);
  if (!status) return 'missing';
  if (!status.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(
    () => undefined,
  );
  if (!entries) return 'unreadable';
  const exports = new Set(
    entries
      .filter(({ name }) => name === 'posts.csv')
      .map(({ parentPath }) => resolve(parentPath, 'posts')),
  );
  const texts = entries
    // The export of Substack lists its texts, and reads them itself.
    .filter((entry) => !exports.has(resolve(entry.parentPath)))
    .filter((entry) => !entry.isDirectory() && isText(entry.name))
    .filter((entry) => !PARTS_OF_PAGE.test(relative(path, entry.parentPath)))
    .map((entry) => resolve(entry.parentPath, entry.name));
  return texts.length === 0 ? 'empty' : texts.sort((a, b) => (a < b ? -1 : 1));
}

function isText(name: string): boolean {
  return !name.startsWith('.') && EXTENSIONS.includes(extname(name).slice(1).toLowerCase());
}

/** Folders in which browsers save the frames, styles and pictures of a page. */
const PARTS_OF_PAGE = /_files(?:[/\\]|$)/;

const FAULTS = {
  missing: { wrong: 'There is no such file or folder.', right: 'Correct the name.' },
  unreadable: {
    wrong: 'The folder cannot be read.',
    right: 'Check that you are allowed to read it.',
  },
  empty: {
    wrong: `The folder contains none of these files: ${EXTENSIONS.map((name) => `.${name}`).join(', ')}.`,
    right: 'If its texts have other file extensions, name the files themselves.',
  },
} as const;

function nameOf(path: string, folder: string): string {
  const name = relative(folder, path);
  return (name.startsWith('..') ? path : name).split(sep).join('/');
}
