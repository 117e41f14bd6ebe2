import { statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path/posix';
import {
  archivePath,
  articlePath,
  authorPath,
  frontPagePath,
  topicPath,
} from '../article/address.ts';
import type { Problem } from '../article/problem.ts';
import { filesWithin } from '../cache/files-within.ts';
import { SEARCH_FOLDER } from '../client/search/search-parts.ts';
import { socialCardPath } from '../outputs/social-cards/social-card.ts';

/**
 * Finds files in `public/` that Vite cannot copy, or that are where the site has a folder. It would
 * throw for these links, and hang for pipes. See also `assertOwnPublicFiles`.
 */
export function problemsOfPublicFiles(): Problem[] {
  return filesWithin('public').flatMap((file): Problem[] => {
    const status = statusOf(file);
    if (!status) return [{ file, ...BROKEN_LINK }];
    if (SITE_FOLDERS.has(file.slice('public/'.length))) return [{ file, ...FOLDER_OF_SITE }];
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

const SITE_FOLDERS = new Set(
  [articlePath(''), topicPath(''), authorPath(''), archivePath(''), frontPagePath(2)]
    .map((path) => dirname(path))
    .concat(dirname(socialCardPath()), SEARCH_FOLDER, 'assets', 'brand'),
);

const FOLDER_OF_SITE = {
  wrong: 'The site has a folder of this name.',
  right: 'Rename this file, or move it to a folder of its own.',
};

const NOT_A_FILE = {
  wrong: 'This is not a file.',
  right: 'Move it out of public/: everything in there becomes part of the site.',
};
