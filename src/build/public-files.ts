import { statSync, type Stats } from 'node:fs';
import type { Problem } from '../article/problem.ts';
import { filesWithin } from '../cache/files-within.ts';

/** Finds files in `public/` that Vite cannot copy. It would throw for these links, and hang for pipes. */
export function problemsOfPublicFiles(): Problem[] {
  return filesWithin('public').flatMap((file): Problem[] => {
    const status = statusOf(file);
    if (!status) return [{ file, ...BROKEN_LINK }];
    return status.isFile() || status.isDirectory() ? [] : [{ file, ...NOT_A_FILE }];
  });
}

/** Finds links in a folder that lead to nothing: Astro would stop with an error of the file system. */
export function brokenLinksIn(folder: string): Problem[] {
  return filesWithin(folder)
    .filter((file) => !statusOf(file))
    .map((file) => ({ file, ...BROKEN_LINK }));
}

/** Follows links. */
function statusOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}

const BROKEN_LINK = {
  wrong: 'This link leads to nothing.',
  right:
    'Remove it. If an editor made it for a file with unsaved changes, save the file and close it.',
};

const NOT_A_FILE = {
  wrong: 'This is not a file.',
  right: 'Move it out of public/: everything in there becomes part of the site.',
};
