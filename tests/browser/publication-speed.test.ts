import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serveFolder, type ServedFolder } from '../serve-folder.ts';
import { launchBrowser } from './launch-browser.ts';
import { requestsSoFar } from './requests-so-far.ts';

const folder = inject('generatedSite');
/** What arrives in the first round trip: ten TCP segments (RFC 6928). */
const FIRST_FLIGHT_BYTES = 14_600;
/** The headers that most hosts send. */
const HEADER_BYTES = 600;

let browser: Browser;
let host: ServedFolder;

beforeAll(async () => {
  browser = await launchBrowser();
  host = await serveFolder(folder, '/deep/');
});

afterAll(async () => {
  await browser.close();
  await host.close();
});

function gzippedSize(path: string): number {
  return gzipSync(readFileSync(`${folder}/${path}`), { level: 9 }).length;
}

test('every article and every front page fits the first round trip', () => {
  const pages = globSync(['articles/*.html', 'page/*.html', 'index.html'], { cwd: folder });
  expect(pages).toHaveLength(156);
  const tooLarge = pages.filter((path) => gzippedSize(path) + HEADER_BYTES > FIRST_FLIGHT_BYTES);
  expect(tooLarge).toEqual([]);
  for (const path of [
    'index.html',
    'page/2.html',
    'articles/article-000.html',
    'topics.html',
    'topics/weather.html',
    'archive.html',
    'archive/2023.html',
    'search.html',
    '404.html',
    'offline.html',
    'sw.js',
    'atom.xml',
    'feed.json',
    'sitemap.xml',
  ]) {
    console.log(`${path}: ${gzippedSize(path).toLocaleString('en')} bytes with gzip.`);
  }
});

test.each(['articles/article-000.html', 'index.html'])(
  '%s is one request, apart from its pictures',
  async (path) => {
    host.requests.length = 0;
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(host.url + path);
    const requests = await requestsSoFar(page, host);
    expect(requests.filter((address) => !address.startsWith('/deep/assets/'))).toEqual([
      `/deep/${path}`,
    ]);
    await context.close();
  },
);

test('pointing at a link prerenders its page', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  await page.goto(`${host.url}articles/article-010.html`);
  host.requests.length = 0;
  const link = page.locator('.neighbours a[rel=next]');
  const target = await link.evaluate((a: HTMLAnchorElement) => a.pathname);
  await link.hover();
  await expect.poll(() => host.requests, { timeout: 10_000 }).toContain(target);
  expect(messages).toEqual([]);
  await context.close();
});

test('pages fade into each other, unless the reader prefers reduced motion', () => {
  const html = readFileSync(`${folder}/index.html`, 'utf8');
  expect(html).toMatch(
    /@media \(prefers-reduced-motion:\s?no-preference\)\{@view-transition\{navigation:auto;?\}\}/,
  );
});
