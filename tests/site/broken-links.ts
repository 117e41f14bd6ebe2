import { existsSync, globSync } from 'node:fs';
import { posix } from 'node:path';
import { readPage } from './read-page.ts';

/**
 * Returns the links and pictures of a built site that are not relative, or name no existing file or
 * id. Links with `rel="noopener"` leave the site.
 */
export function brokenLinks(site: string): string[] {
  const pages = globSync('**/*.html', { cwd: site });
  const ids = new Map(pages.map((path) => [path, readPage(site, path).values('[id]', 'id')]));
  return pages.flatMap((path) => {
    const page = readPage(site, path);
    const hrefs =
      // The 404 page has absolute links.
      path === '404.html'
        ? []
        : page.values(
            'a[href]:not([rel~=noopener]), link[href]:not([rel=canonical], [hreflang])',
            'href',
          );
    const pictures = [
      ...page.values('img', 'src'),
      ...page
        .values('source', 'srcSet')
        .flatMap((set) => set.split(', ').map((one) => one.replace(/ .*/, ''))),
    ];
    return [...hrefs, ...pictures]
      .filter((url) => !url.startsWith('data:') && !targetExists(site, path, url, ids))
      .map((url) => `${path}: ${url}`);
  });
}

function targetExists(
  site: string,
  from: string,
  url: string,
  ids: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (/^(?:[a-z]+:|\/)/i.test(url)) return false;
  const [path = '', anchor] = url.split('#');
  const file = path === '' ? from : posix.join(posix.dirname(from), decodeURIComponent(path));
  if (file.startsWith('..') || !existsSync(`${site}/${file}`)) return false;
  return anchor === undefined || (ids.get(file) ?? []).includes(decodeURIComponent(anchor));
}
