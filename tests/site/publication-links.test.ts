import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, inject, test } from 'vitest';
import { readPage } from './read-page.ts';

const site = inject('generatedSite');
const pages = globSync('**/*.html', { cwd: site });

test('every link and asset of all pages is relative, and leads to a file of the folder', () => {
  expect(pages.length).toBeGreaterThan(340);
  const ids = new Map(pages.map((path) => [path, readPage(site, path).values('[id]', 'id')]));
  const wrong = pages.flatMap((path) => {
    const page = readPage(site, path);
    // Those of the 404 page are absolute: see `404.astro`. The others are the same wherever they stand.
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
      .filter((address) => !address.startsWith('data:') && !leadsToFile(path, address, ids))
      .map((address) => `${path}: ${address}`);
  });
  expect(wrong).toEqual([]);
});

function leadsToFile(
  from: string,
  address: string,
  ids: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (/^(?:[a-z]+:|\/)/i.test(address)) return false;
  const [path = '', anchor] = address.split('#');
  const file = path === '' ? from : posix.join(posix.dirname(from), decodeURIComponent(path));
  if (file.startsWith('..') || !existsSync(`${site}/${file}`)) return false;
  return anchor === undefined || (ids.get(file) ?? []).includes(decodeURIComponent(anchor));
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  // As in html.test.ts, where the reasons are.
  rules: { 'doctype-style': 'off', 'require-csp-nonce': 'off' },
});

test.each([
  ...['index.html', 'page/2.html', 'page/12.html', 'topics.html', 'topics/weather.html'],
  ...['archive.html', 'archive/2023.html', 'archive/undated.html', 'search.html', '404.html'],
  ...['offline.html', 'articles/article-000.html', 'articles/article-002.html'],
  // With hostile text in every field.
  ...['articles/article-049.html', 'articles/article-099.html', 'articles/article-299.html'],
])('%s is valid HTML', async (path) => {
  const report = await validator.validateString(readFileSync(`${site}/${path}`, 'utf8'));
  expect(
    report.results.flatMap(({ messages }) =>
      messages.map(({ message, ruleId }) => `${message} (${ruleId})`),
    ),
  ).toEqual([]);
});
