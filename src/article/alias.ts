import { z } from 'zod';
import type { SitePath } from './address.ts';
import { customIssue, text } from './fields.ts';
import type { Fault } from './problem.ts';

/**
 * An old address of an article, relative to the site: `old/treaty.html`. Converted to the file that
 * answers it: `2019/treaty/` and `2019/treaty` become `2019/treaty/index.html`.
 */
export const alias = text.transform((value, context): SitePath => {
  const fault = checkAlias(value);
  if (!fault) return fileAt(decode(value) ?? '');
  context.addIssue(customIssue([], fault));
  return z.NEVER;
});

function checkAlias(value: string): Fault | undefined {
  const address = decode(value);
  if (address === undefined) {
    return {
      wrong: `"${value}" has a % that encodes nothing.`,
      right: 'Write the letters instead.',
    };
  }
  if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(value)) {
    const path = URL.parse(value, 'https://site.example')?.pathname.slice(1) ?? '';
    return {
      wrong: `"${value}" is not relative to the site.`,
      right: `Write ${path === '' ? EXAMPLE : (decode(path) ?? path)}`,
    };
  }
  if (/[?#]/.test(value)) {
    return {
      wrong: `"${value}" has a part after ${/[?#]/.exec(value)?.[0] ?? '?'}, which no file can answer.`,
      right: `Write the part before it, or remove the line.`,
    };
  }
  const names = address.replace(/\/$/, '').split('/');
  const bad = names.find((name) => !NAME.test(name));
  if (bad !== undefined) {
    const wrong =
      bad === '' ? `"${value}" has an empty part.` : `"${bad}" is not a name for a file.`;
    return { wrong, right: `Write an address such as ${EXAMPLE}` };
  }
  const last = address.split('/').at(-1) ?? '';
  const folder = names.slice(0, -1).find((name) => name.endsWith('.html'));
  if (/\.[^.]*$/.test(last) && !last.endsWith('.html')) {
    return {
      wrong: `Hosts do not send "${last}" as a page.`,
      right: 'Write an address that ends in .html or in /, or redirect this one at your host.',
    };
  }
  if (folder !== undefined) {
    return { wrong: `"${folder}" is a folder here.`, right: `Write an address such as ${EXAMPLE}` };
  }
  return undefined;
}

const EXAMPLE = 'old/address.html';

/** No dot first, no space, and nothing that has a meaning in URLs, `_redirects` or file names. */
const NAME = /^[\p{L}\p{M}\p{N}_~@][\p{L}\p{M}\p{N}_~@.,+=-]*(?<!\.)$/u;

/** Decodes percent-encoding. Returns `undefined` if it is invalid. */
function decode(address: string): string | undefined {
  try {
    return decodeURIComponent(address).normalize('NFC');
  } catch {
    return undefined;
  }
}

function fileAt(address: string): SitePath {
  return address.endsWith('.html') ? address : `${address.replace(/\/$/, '')}/index.html`;
}

/**
 * Returns the lines of a `_redirects` file (Netlify, Cloudflare) for an alias. A folder has two
 * addresses: with a slash and without.
 */
export function redirectLines(from: SitePath, to: SitePath): string[] {
  const path = `/${encode(from)}`;
  const folder = path.replace(/\/index\.html$/, '');
  const addresses = folder === path ? [path] : [folder, `${folder}/`];
  return addresses.map((address) => `${address} /${encode(to)} 301\n`);
}

function encode(path: SitePath): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * Returns where Astro builds the page of an alias. It builds no `index.html` in folders with the
 * `file` format: see `renameFolderPages`. No alias begins a name with a hyphen.
 */
export function builtPath(path: SitePath): SitePath {
  return path.replace(/\/index\.html$/, '/-index.html');
}
