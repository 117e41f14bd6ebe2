import type { SitePath } from './address.ts';

/** A folder of `content/` with texts: each becomes a page, or a part of one. */
export type ContentFolder = 'articles' | 'pages' | 'authors' | 'topics';

/** Where the pages of a folder are in the site, with a slash at the end. */
export function siteFolder(folder: ContentFolder): SitePath {
  return folder === 'pages' ? '' : `${folder}/`;
}

/** Returns the way from a page of one folder to the pages of another: `../`, `articles/` or nothing. */
export function wayBetween(from: ContentFolder, to: ContentFolder): string {
  if (from === to) return '';
  return (from === 'pages' ? '' : '../') + siteFolder(to);
}
