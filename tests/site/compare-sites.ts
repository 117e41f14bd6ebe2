import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { filesIn } from './files-in.ts';

/** The contents of files, by path. */
export type Files = Readonly<Record<string, string>>;

/**
 * Returns the contents of the built site of a project. For the search index, returns the number of files of
 * each type per part, because Pagefind numbers words in random order.
 */
export function contentsOf(project: string): Files {
  const dist = join(project, 'dist');
  const { index = [], others = [] } = Object.groupBy(filesIn(dist), (file) =>
    file.startsWith('pagefind') ? 'index' : 'others',
  );
  const types = Map.groupBy(index, (file) => file.replace(/[^/]*(?=\.\w+$)/, '*'));
  return Object.fromEntries([
    ...others.map((file) => [file, readFileSync(join(dist, file), 'latin1')] as const),
    ...[...types].map(([type, { length }]) => [type, String(length)] as const),
  ]);
}

/** Compares sites, and lists the paths of different files instead of their contents. */
export function expectSame(files: Files, expected: Files): void {
  expect(Object.keys(files).sort()).toEqual(Object.keys(expected).sort());
  const different = Object.keys(expected).filter((path) => files[path] !== expected[path]);
  expect(different).toEqual([]);
}
