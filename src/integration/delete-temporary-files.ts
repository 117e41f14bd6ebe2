import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesWithin } from '../cache/files-within.ts';

/**
 * Deletes the files of operating systems and editors from a built site, which Vite has copied from
 * `public/`. Other hidden files, such as `.nojekyll` and `.well-known/`, belong to the site.
 * @param publicFolder where the copied files are from
 * @param site the built site
 */
export function deleteTemporaryFiles(publicFolder: string, site: string): void {
  const from = publicFolder.replace(/[/\\]$/, '');
  for (const file of filesWithin(from)) {
    if (TEMPORARY_FILE.test(basename(file))) rmSync(join(site, file.slice(from.length)));
  }
}

/** macOS, Windows, KDE; then Vim, Emacs, Microsoft Office and LibreOffice. */
const TEMPORARY_FILE =
  /^(?:\.DS_Store|\._.*|\.directory|Thumbs\.db|desktop\.ini|Icon\r)$|~$|^\..*\.sw[a-p]$|^\.?#.*|^~\$|^\.~lock\..*#$/i;
