import { readFileSync } from 'node:fs';
import type { SitePath } from '../article/address.ts';
import { slugKey } from '../article/slug.ts';

/** The file in which hosts such as Netlify and Cloudflare Pages look for redirects. */
export const REDIRECTS_FILE: SitePath = '_redirects';

/**
 * Returns the addresses that the `_redirects` file of a folder redirects: for each, the key (see
 * `slugKey`) of the file that would answer it. Leaves out patterns. Lines are counted from 1.
 */
export function redirectsIn(folder: string): { path: SitePath; line: number }[] {
  return readText(`${folder}/${REDIRECTS_FILE}`)
    .split(/\r?\n/)
    .flatMap((text, index) => {
      const [from = ''] = text.trim().split(/\s+/);
      if (!/^\/[^:*]*$/.test(from)) return [];
      const address = URL.parse(from, 'https://example.org')?.pathname ?? from;
      const path = slugKey(decode(address).slice(1));
      const files = path.endsWith('.html') ? [path] : [`${path.replace(/\/$/, '')}/index.html`];
      return files.map((file) => ({ path: file, line: index + 1 }));
    });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
