import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { searchPartCount } from '../../src/client/search/search-parts.ts';
import { openFileCache } from '../../src/cache/file-cache.ts';
import { addSearchIndex } from '../../src/outputs/search-index/index-articles.ts';
import { makeSearchIndex, type SearchPart } from '../../src/outputs/search-index/search-index.ts';
import { serveFolder } from '../serve-folder.ts';
import { launchBrowser } from './launch-browser.ts';

/** One more than fits into one part. */
const COUNT = 1001;

let folder: string;
let parts: SearchPart[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-search-'));
  parts = await makeIndex(articles());
});

afterAll(() => rm(folder, { recursive: true }));

function articles(edited?: number) {
  return Array.from({ length: COUNT }, (_, index) => ({
    slug: `article-${index}`,
    digest: index === edited ? 'edited' : 'original',
    article: { headline: `Headline ${index}` },
    body: index % 100 === 0 ? '<p>A periscope.</p>' : '<p>Other words.</p>',
  }));
}

function makeIndex(sources: ReturnType<typeof articles>): Promise<SearchPart[]> {
  const index = { articles: sources, publicationLanguage: 'en', bodyOf };
  return makeSearchIndex(openFileCache(join(folder, 'cache')), index);
}

function bodyOf({ body }: ReturnType<typeof articles>[number]): string {
  return body;
}

test('an edit changes one part of the index', async () => {
  expect(parts).toHaveLength(2);
  const edited = await makeIndex(articles(500));
  expect(edited.map(({ name }) => name)).toEqual(parts.map(({ name }) => name));
  expect(edited.filter(({ path }, index) => path !== parts[index]?.path)).toHaveLength(1);
});

test('a search finds articles in every part of the index', async () => {
  const site = join(folder, 'site');
  addSearchIndex(site, parts);
  const page = await readFile(join(inject('generatedSite'), 'search.html'), 'utf8');
  const withParts = page.replace(
    /data-parts="[^"]*"/,
    `data-parts='{"en":${searchPartCount(COUNT)}}'`,
  );
  expect(withParts).not.toBe(page);
  await writeFile(join(site, 'search.html'), withParts);
  const host = await serveFolder(site);
  const browser = await launchBrowser();
  const opened = await browser.newPage();
  await opened.goto(`${host.url}search.html?q=periscope`);
  await opened.locator('#results li').nth(9).waitFor();
  await opened.locator('#results li').last().scrollIntoViewIfNeeded();
  await opened.locator('#results li').nth(10).waitFor();
  const links = await opened.locator('#results a').all();
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
  const expected = Array.from({ length: 11 }, (_, index) => `articles/article-${index * 100}.html`);
  expect(paths.sort()).toEqual(expected.sort());
  await browser.close();
  await host.close();
});
