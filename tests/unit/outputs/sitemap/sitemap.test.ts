import { expect, test } from 'vitest';
import { newsSitemap, sitemapFiles } from '../../../../src/outputs/sitemap/sitemap.ts';
import { faultsOfSitemap } from '../../../validate-xml.ts';

const url = 'https://a.org/news';

test('a sitemap has dates without a time as written, and adds seconds to times', async () => {
  const [file] = sitemapFiles(
    [
      { path: 'articles/a.html', changed: '2023-09-19' },
      { path: 'articles/b.html', changed: '2023-09-19T14:30+03:00' },
      { path: 'topics/порты.html' },
    ],
    url,
  );
  const xml = file?.xml ?? '';
  expect(await faultsOfSitemap(xml)).toEqual([]);
  expect(xml.match(/<lastmod>.*?<\/lastmod>/g)).toEqual([
    '<lastmod>2023-09-19</lastmod>',
    '<lastmod>2023-09-19T14:30:00+03:00</lastmod>',
  ]);
});

test('a sitemap with too many pages for one file is split, with an index', () => {
  const files = sitemapFiles(
    ['a', 'b', 'c'].map((path) => ({ path })),
    url,
    2,
  );
  expect(files.map(({ path }) => path)).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml']);
  expect(files[0]?.xml).toContain('<loc>https://a.org/news/sitemap-2.xml</loc>');
});

const now = Date.parse('2024-03-10T12:00:00Z');

function news(published: string | undefined, overrides = {}) {
  const article = {
    path: 'articles/a.html',
    headline: 'H',
    language: 'en',
    published,
    ...overrides,
  };
  return newsSitemap([article], { name: 'The Paper\uFFFF', url }, now);
}

test.each(['2024-03-10', '2024-03-08', '2024-03-08T12:00:00Z', '2024-03-08T15:00:00+03:00'])(
  'an article published at %s is still news at noon on 10 March 2024',
  (published) => {
    expect(news(published)).toContain('<loc>https://a.org/news/articles/a.html</loc>');
  },
);

test.each(['2024-03-06', '2024-03-08T11:59:00Z', '2024-03-11', undefined])(
  'an article published at %s is not news at noon on 10 March 2024',
  (published) => {
    expect(news(published)).not.toContain('<url>');
  },
);

test('a news sitemap is valid, whatever an article contains', async () => {
  const xml = news('2024-03-10', {
    headline: 'A </b> & ]]> \u0001\uFFFE\uD800',
    language: 'zh-Hant',
  });
  expect(await faultsOfSitemap(xml)).toEqual([]);
  expect(xml).toContain('<news:title>A &#x3C;/b> &#x26; ]]&gt; </news:title>');
  expect(xml).toContain('<news:name>The Paper</news:name>');
  expect(xml).toContain('<news:language>zh-tw</news:language>');
});
