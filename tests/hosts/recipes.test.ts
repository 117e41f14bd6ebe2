import { globSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser/launch-browser.ts';
import { readHeaders } from '../read-headers.ts';
import { servers } from './servers.ts';
import { startHost, type Host } from './start-host.ts';

const site = inject('fixtureSite');
const files = globSync('**/*.*', { cwd: site }).filter((path) =>
  statSync(join(site, path)).isFile(),
);
const headers = readHeaders(readFileSync('public/_headers', 'utf8'));

/** The types that files may come with. XML says its encoding itself, and JSON has only one. */
const types: Readonly<Record<string, RegExp>> = {
  '.html': /^text\/html; ?charset=utf-8$/i,
  '.md': /^text\/markdown; ?charset=utf-8$/i,
  '.txt': /^text\/plain; ?charset=utf-8$/i,
  '.js': /^(?:text|application)\/javascript; ?charset=utf-8$/i,
  '.xml': /^(?:text|application)\/xml(?:; ?charset=utf-8)?$/i,
  '.json': /^application\/json(?:; ?charset=utf-8)?$/i,
  '.avif': /^image\/avif$/,
  '.jpeg': /^image\/jpeg$/,
  '.jpg': /^image\/jpeg$/,
  '.png': /^image\/png$/,
  '.webp': /^image\/webp$/,
};
/** Pagefind's own formats: any type will do that is not text. */
const binary = /^application\/octet-stream$|^none$/;

/** Addresses that lead nowhere, some of them folders. */
const missing = [
  'nothing.html',
  'nothing',
  'articles/nothing.md',
  'assets/nothing.png',
  'a/b/c/d/e/nothing.html',
  '.well-known/security.txt',
  'articles/',
  'assets/',
  'pagefind/en/0/',
];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

const places = servers.flatMap((server) => ['/', '/news/'].map((under) => ({ server, under })));

describe.each(places)('the recipe for $server.name, at $under', ({ server, under }) => {
  let host: Host;

  beforeAll(async () => {
    host = await startHost(server, site, under);
  });

  afterAll(() => host.stop());

  function get(path: string, requestHeaders: Readonly<Record<string, string>> = {}) {
    return fetch(host.url + encodeURI(path), {
      headers: { 'accept-encoding': 'identity', ...requestHeaders },
    });
  }

  test('serves every file as it is, with its type, the headers, and the right to keep it', async () => {
    for (const path of files) {
      const response = await get(path);
      expect(response.status, path).toBe(200);
      expect(Buffer.from(await response.arrayBuffer()), path).toEqual(
        readFileSync(join(site, path)),
      );
      const type = response.headers.get('content-type') ?? 'none';
      expect(type, path).toMatch(types[extname(path)] ?? binary);
      // A header that is sent twice has both values here.
      expect(Object.fromEntries(response.headers), path).toMatchObject(expectedHeaders(path));
    }
  });

  test('serves the front page at the address of the folder', async () => {
    expect(await (await get('')).text()).toBe(readFileSync(join(site, 'index.html'), 'utf8'));
  });

  test.each(missing)("answers %s with the site's own page", async (path) => {
    const response = await get(path);
    // Some servers say "forbidden" of a folder that has no index.
    expect(response.status).toBeOneOf(path.endsWith('/') ? [403, 404] : [404]);
    expect(await response.text()).toBe(readFileSync(join(site, '404.html'), 'utf8'));
    expect(response.headers.get('content-type')).toMatch(types['.html'] ?? '');
    expect(Object.fromEntries(response.headers)).toMatchObject(lowerCase(headers['/*']));
    expect(response.headers.get('cache-control') ?? 'none').toMatch(/^none$|^no-cache$/);
  });

  test('compresses what is text, and nothing that is compressed already', async () => {
    // Servers leave small files alone.
    for (const path of files.filter((path) => statSync(join(site, path)).size > 1024)) {
      const response = await get(path, { 'accept-encoding': 'gzip' });
      const isText = /\.(?:html|md|txt|js|xml|json)$/.test(path);
      expect(response.headers.get('content-encoding'), path).toBe(isText ? 'gzip' : null);
      if (isText) expect(response.headers.get('vary'), path).toMatch(/accept-encoding/i);
      expect(Buffer.from(await response.arrayBuffer()), path).toEqual(
        readFileSync(join(site, path)),
      );
    }
  });

  test('sends nothing again that has not changed', async () => {
    for (const path of ['index.html', 'sw.js']) {
      const compressed = { 'accept-encoding': 'gzip' };
      const { headers } = await get(path, compressed);
      // What browsers ask with: all that the server said of the version that they have.
      const version = { ...compressed, 'if-modified-since': headers.get('last-modified') ?? '' };
      const etag = headers.get('etag');
      const again = await get(
        path,
        etag === null ? version : { ...version, 'if-none-match': etag },
      );
      expect(again.status, path).toBe(304);
    }
  });

  test('search finds an article', async () => {
    const page = await browser.newPage();
    await page.goto(`${host.url}search.html?q=harbour`);
    await page.locator('#results a').first().click();
    await page.waitForURL(`${host.url}articles/*.html`);
    expect(await page.locator('main > article').count()).toBe(1);
    await page.close();
  });

  test('a page that was opened can be read when the server is gone', async () => {
    const ownHost = await startHost(server, site, under);
    const context = await browser.newContext();
    const page = await context.newPage();
    const address = `${ownHost.url}articles/the-long-read.html`;
    // The worker is registered on the second page.
    await page.goto(`${ownHost.url}index.html`);
    await page.locator('a[href="articles/the-long-read.html"]').first().click();
    await page.waitForURL(address);
    const read = await page.locator('main > article').innerText();
    // It takes the page over once it has kept it.
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await ownHost.stop();
    await page.goto(address);
    expect(await page.locator('main > article').innerText()).toBe(read);
    await page.goto(`${ownHost.url}index.html`);
    expect(await page.locator('.article-list > li').count()).toBeGreaterThan(0);
    await page.goto(`${ownHost.url}topics.html`);
    expect(await page.locator('main').innerText()).toContain('You are offline');
    await context.close();
  });
});

/** The headers of a file. Every file but an asset may change, and is asked for again. */
function expectedHeaders(path: string): Readonly<Record<string, string>> {
  const caching = path.startsWith('assets/')
    ? headers['/assets/*']
    : { 'cache-control': 'no-cache' };
  return { ...lowerCase(headers['/*']), ...lowerCase(caching) };
}

function lowerCase(named: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(named).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
