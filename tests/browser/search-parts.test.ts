import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { searchParts } from '../../src/client/search/search-parts.ts';
import { openFileCache } from '../../src/cache/file-cache.ts';
import { copySearchIndex } from '../../src/outputs/search-index/index-articles.ts';
import { makeSearchIndex, type SearchPart } from '../../src/outputs/search-index/search-index.ts';
import { serveFolder } from '../serve-folder.ts';
import { launchBrowser } from './launch-browser.ts';

/** Too many for one part. */
const COUNT = 1001;

function articles(edited?: number) {
  return Array.from({ length: COUNT }, (_, index) => ({
    slug: `article-${index}`,
    digest: index === edited ? 'edited' : 'as it was',
    article: { headline: `Headline ${index}` },
    body: index % 100 === 0 ? '<p>A periscope.</p>' : '<p>Other words.</p>',
  }));
}

function makeIndex(cache: string, sources: ReturnType<typeof articles>): Promise<SearchPart[]> {
  const index = { articles: sources, publicationLanguage: 'en', bodyOf: sourcesBody };
  return makeSearchIndex(openFileCache(cache), index);
}

function sourcesBody({ body }: ReturnType<typeof articles>[number]): string {
  return body;
}

test('the index of a large publication is in parts, an edit makes one of them anew, and a search finds what is in any', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-search-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const cache = join(folder, 'cache');
  const parts = await makeIndex(cache, articles());
  expect(parts).toHaveLength(2);
  const edited = await makeIndex(cache, articles(500));
  expect(edited.map(({ name }) => name)).toEqual(parts.map(({ name }) => name));
  expect(edited.filter(({ path }, index) => path !== parts[index]?.path)).toHaveLength(1);
  copySearchIndex(join(folder, 'last'), parts);

  const page = await readFile(join(inject('generatedSite'), 'search.html'), 'utf8');
  const ofThis = page.replace(/data-parts="[^"]*"/, `data-parts='{"en":${searchParts(COUNT)}}'`);
  expect(ofThis).not.toBe(page);
  await writeFile(join(folder, 'last/search.html'), ofThis);
  const host = await serveFolder(join(folder, 'last'));
  const browser = await launchBrowser();
  onTestFinished(async () => {
    await browser.close();
    await host.close();
  });
  const opened = await browser.newPage();
  await opened.goto(`${host.url}search.html?q=periscope`);
  await opened.locator('#results li').nth(9).waitFor();
  await opened.locator('#results li').last().scrollIntoViewIfNeeded();
  await opened.locator('#results li').nth(10).waitFor();
  const links = await opened.locator('#results a').all();
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
  const expected = Array.from({ length: 11 }, (_, index) => `articles/article-${index * 100}.html`);
  expect(paths.sort()).toEqual(expected.sort());
});
