import { existsSync, globSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, inject, test } from 'vitest';
import { htmlErrors } from './html-errors.ts';
import { readPage } from './read-page.ts';

const site = inject('generatedSite');
const pages = globSync('**/*.html', { cwd: site });

test('all links and pictures are relative and name existing files and ids', () => {
  expect(pages.length).toBeGreaterThan(340);
  const ids = new Map(pages.map((path) => [path, readPage(site, path).values('[id]', 'id')]));
  const broken = pages.flatMap((path) => {
    const page = readPage(site, path);
    // The 404 page has absolute links.
    const hrefs =
      page.all('a[href^="https://gazette.example/"]').length === 0
        ? page.values('a[href], link[href]:not([rel=canonical])', 'href')
        : [];
    const pictures = [
      ...page.values('img', 'src'),
      ...page
        .values('source', 'srcSet')
        .flatMap((set) => set.split(', ').map((one) => one.replace(/ .*/, ''))),
    ];
    return [...hrefs, ...pictures]
      .filter((url) => !url.startsWith('data:') && !targetExists(path, url, ids))
      .map((url) => `${path}: ${url}`);
  });
  expect(broken).toEqual([]);
});

function targetExists(
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

test.each([
  'index.html',
  'page/2.html',
  'page/12.html',
  'topics.html',
  'topics/weather.html',
  'archive.html',
  'archive/2023.html',
  'archive/undated.html',
  'search.html',
  '404.html',
  'offline.html',
  'articles/article-000.html',
  'articles/article-002.html',
  // With hostile text in every field.
  'articles/article-049.html',
  'articles/article-099.html',
  'articles/article-299.html',
])('%s is valid HTML', async (path) => {
  expect(await htmlErrors(`${site}/${path}`)).toEqual([]);
});
