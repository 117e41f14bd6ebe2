import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serveFolder, type ServedFolder } from '../serve-folder.ts';
import { followLink } from './follow-link.ts';
import { launchBrowser } from './launch-browser.ts';
import { requestsSoFar } from './requests-so-far.ts';

const folder = inject('generatedSite');
let browser: Browser;
let host: ServedFolder;

beforeAll(async () => {
  browser = await launchBrowser();
  host = await serveFolder(folder, '/some/deep/path/');
});

afterAll(async () => {
  await browser.close();
  await host.close();
});

async function openSearch(query = ''): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${host.url}search.html${query}`);
  return page;
}

/** Searches and waits for the results. Returns the links of those shown. */
async function search(page: Page, query: string): Promise<string[]> {
  await page.getByRole('searchbox').fill(query);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForFunction(() =>
    /\d|Nothing/.test(document.querySelector('#status')?.textContent ?? ''),
  );
  return page
    .locator('#results h2 a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

describe('search', () => {
  // Each query is in one article, in another form if the language has word forms.
  test.each([
    ['English', 'lighthousekeeper', 'articles/article-000.html'],
    ['Russian', 'колокольня', 'articles/article-001.html'],
    ['Arabic', 'المنارات', 'articles/article-002.html'],
    ['Chinese', '灯塔', 'articles/article-003.html'],
    ['Spanish', 'campanario', 'articles/article-004.html'],
    ['Turkish', 'kulelerini', 'articles/article-005.html'],
  ])('finds a word in %s', async (_, query, path) => {
    const page = await openSearch();
    expect(await search(page, query)).toEqual([path]);
    expect(await page.locator('#results mark').count()).toBeGreaterThan(0);
    await followLink(page.locator('#results h2 a'));
    expect(page.url()).toBe(host.url + path);
    await page.close();
  });

  test('shows more results as the reader scrolls', async () => {
    const page = await openSearch();
    expect(await search(page, 'breakwater')).toHaveLength(10);
    await page.locator('#results li').last().scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelectorAll('#results li').length >= 20);
    await page.close();
  });

  test.each(['<b>qqqxyzzy</b>', "<b>qqqxyzzy</b> $& $$ $` $'"])(
    'shows a query without results as text: %s',
    async (query) => {
      const page = await openSearch();
      expect(await search(page, query)).toEqual([]);
      expect(await page.locator('#status').innerText()).toBe(`Nothing found for “${query}”.`);
      await page.close();
    },
  );

  test('searches for the query in the URL', async () => {
    const page = await openSearch(
      '?q=%D0%BA%D0%BE%D0%BB%D0%BE%D0%BA%D0%BE%D0%BB%D1%8C%D0%BD%D1%8F',
    );
    await page.locator('#results h2 a').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('колокольня');
    await page.close();
  });

  test('loads nothing of the index before the reader searches, and then only one language', async () => {
    host.requests.length = 0;
    const page = await openSearch();
    const before = await requestsSoFar(page, host);
    expect(before.filter((path) => path.includes('/pagefind/'))).toEqual([]);
    await search(page, 'колокольня');
    const loaded = host.requests.filter((path) => path.includes('/pagefind/'));
    expect(loaded.length).toBeGreaterThan(3);
    expect(loaded.filter((path) => !/\/pagefind\/(?:ru\/|pagefind\.js\?ru)/.test(path))).toEqual(
      [],
    );
    await page.close();
  });

  test('causes no console message or error', async () => {
    const page = await browser.newPage();
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    await page.goto(`${host.url}search.html`);
    await search(page, 'lighthousekeeper');
    await search(page, '灯塔');
    expect(messages).toEqual([]);
    await page.close();
  });
});

async function expectLinkToArchive(page: Page): Promise<void> {
  expect(await page.locator('[role=search]').isVisible()).toBe(false);
  const note = page.locator('#unavailable');
  expect(await note.innerText()).toContain('Search needs JavaScript and a web server.');
  await followLink(note.getByRole('link', { name: 'Archive' }));
  expect(page.url()).toMatch(/\/archive\.html$/);
}

test('without JavaScript, the search page links to the archive', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${host.url}search.html`);
  await expectLinkToArchive(page);
  await context.close();
});

test('opened as a file, the search page links to the archive', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(`${folder}/search.html`).href);
  await expectLinkToArchive(page);
  await page.close();
});

test('only the policy of the search page allows script files and WebAssembly', () => {
  const policyOf = (path: string): string =>
    /Content-Security-Policy" content="([^"]*)"/.exec(
      readFileSync(`${folder}/${path}`, 'utf8'),
    )?.[1] ?? '';
  expect(policyOf('search.html')).toMatch(
    /script-src 'sha256-\S+' (?:'sha256-\S+' )*'self' 'wasm-unsafe-eval';/,
  );
  for (const path of ['index.html', 'articles/article-000.html', 'archive.html', 'topics.html']) {
    expect(policyOf(path)).toMatch(/^default-src 'none'/);
    expect(policyOf(path)).not.toMatch(/unsafe|script-src[^;]*'self'/);
  }
});
