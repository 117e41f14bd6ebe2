import { closeSync, openSync, readSync } from 'node:fs';
import { posix } from 'node:path';
import { articlePath, type SitePath } from '../article/address.ts';
import type { Problem } from '../article/problem.ts';
import type { FileLink } from '../markdown/links.ts';
import { isGitLfsPointer } from './pictures/check-picture.ts';
import { findPicture } from './pictures/find-picture.ts';

/**
 * Returns the folder of an article, relative to its page: `treaty` for `treaty/index.md`. Empty for
 * `treaty.md`.
 * @param article the article's file, relative to the project
 */
export function folderOf(article: string): string {
  if (posix.basename(article) !== 'index.md') return '';
  return posix.basename(posix.dirname(article));
}

/** Returns the path of a linked file in the built site. */
export function linkedFilePath(article: string, path: string): SitePath {
  return posix.join(posix.dirname(articlePath('')), folderOf(article), path);
}

/** Returns the file that a link leads to, relative to the project, with the name on disk. */
export function fileOf(article: string, path: string): string {
  const found = findPicture(article, path, 'file');
  return found.ok ? found.file : posix.join(posix.dirname(article), path);
}

/** Finds linked files that do not exist, or are not what their names say. */
export function checkLinkedFiles(article: string, links: readonly FileLink[]): Problem[] {
  return links.flatMap(({ path, line }) => {
    const found = findPicture(article, path, 'file');
    if (!found.ok) return [{ file: article, line, ...found.fault }];
    const fault = checkContent(found.file);
    return fault ? [{ file: article, line, ...fault }] : [];
  });
}

function checkContent(file: string): Pick<Problem, 'wrong' | 'right'> | undefined {
  if (isGitLfsPointer(file)) {
    return {
      wrong: `The file ${file} is a Git LFS pointer. Git LFS has not fetched the file.`,
      right: 'Run: git lfs pull',
    };
  }
  const start = readStart(file);
  if (start === undefined) {
    return {
      wrong: `The file ${file} cannot be read.`,
      right: 'Check that you have permission to read it.',
    };
  }
  // If a host sends no type, browsers guess it from the content.
  if (!/^[\s\0]*<[!?/a-z]/i.test(start)) return undefined;
  return {
    wrong: `The file ${file} contains HTML or XML, despite its name.`,
    right: 'Open it in the program that made it, and save it again in the format of its name.',
  };
}

function readStart(file: string): string | undefined {
  try {
    const handle = openSync(file, 'r');
    const start = Buffer.alloc(1024);
    const length = readSync(handle, start, 0, start.length, 0);
    closeSync(handle);
    return start.toString('utf8', 0, length);
  } catch {
    return undefined;
  }
}
