import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { serveFolder, type ServedFolder } from '../serve-folder.ts';
import { followLink } from './follow-link.ts';
import { launchBrowser } from './launch-browser.ts';
import { requestsSoFar } from './requests-so-far.ts';

let browser: Browser;
let context: BrowserContext;
let folder: string;
let host: ServedFolder;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-offline-'));
  cpSync(inject('generatedSite'), folder, { recursive: true });
  host = await serveFolder(folder, '/deep/path/');
  context = await browser.newContext();
});

afterEach(async () => {
  await context.close();
  await host.close();
  await rm(folder, { recursive: true });
});

/** Opens a page and then the archive, and waits until the service worker has saved the first one. */
async function openFirst(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(host.url + path);
  await openArchive(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect.poll(() => saved(page, path)).not.toBe('');
  return page;
}

/** Follows the link to the archive, as a reader does. */
function openArchive(page: Page): Promise<void> {
  return followLink(page.locator('.site-footer a[href$="archive.html"]'));
}

/** The saved HTML of a page, or an empty string. */
function saved(page: Page, path: string): Promise<string> {
  return page.evaluate(async (address) => {
    const response = await caches.match(address.replace(/index\.html$|\.html$/, ''));
    return (await response?.text()) ?? '';
  }, host.url + path);
}

const ARTICLE = '/deep/path/articles/article-000.html';
const ARCHIVE = '/deep/path/archive.html';

/** Pictures come after the words, and are not part of the promise. */
function withoutPictures(requests: readonly string[]): string[] {
  return requests.filter((path) => !path.startsWith('/deep/path/assets/'));
}

test('a reader of one article makes one request, also in the five seconds after', async () => {
  const page = await context.newPage();
  await page.goto(host.url + 'articles/article-000.html', { waitUntil: 'load' });
  // The promise is about this time.
  await page.waitForTimeout(5000);
  expect(withoutPictures(host.requests)).toEqual([ARTICLE]);
});

test('from the second page on, the service worker and its requests come after the page', async () => {
  const page = await context.newPage();
  await page.goto(host.url + 'articles/article-000.html');
  await openArchive(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => saved(page, 'articles/article-000.html')).not.toBe('');
  const requests = withoutPictures(await requestsSoFar(page, host));
  expect(requests.slice(0, 3)).toEqual([ARTICLE, ARCHIVE, '/deep/path/sw.js']);
  expect(requests.slice(3).toSorted()).toEqual([
    // From the HTTP cache, if the host allows caching. This one doesn't.
    ARCHIVE,
    ARTICLE,
    '/deep/path/index.html',
    '/deep/path/offline.html',
  ]);
});

test('a picture of a gallery that was opened can be opened offline, and is no saved page', async () => {
  cpSync(inject('newsroomSite'), folder, { recursive: true });
  const gallery = `articles/${encodeURIComponent('港口')}.html`;
  const page = await openFirst(gallery);
  await page.goto(host.url + gallery);
  await followLink(page.locator('[data-gallery] a').first());
  const picture = page.url();
  await page.goBack();
  const savedIn = (): Promise<string[]> =>
    page.evaluate(async (url) => {
      const names = await caches.keys();
      const found = names.map(async (name) => (await (await caches.open(name)).match(url)) && name);
      return (await Promise.all(found)).filter((name) => name !== undefined);
    }, picture);
  expect(await savedIn()).toEqual([`pictures of ${host.url}`]);
  await host.close();
  expect((await page.goto(picture))?.status()).toBe(200);
});

test('with Save-Data, no page asks for more than itself', async () => {
  // Test browsers have no such setting.
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  const page = await context.newPage();
  await page.goto(host.url + 'articles/article-000.html');
  await openArchive(page);
  await page.waitForLoadState('load');
  expect(withoutPictures(await requestsSoFar(page, host))).toEqual([ARTICLE, ARCHIVE]);
});

test('the front page and the offline page outlast any number of newer pages', async () => {
  const page = await openFirst('articles/article-000.html');
  await page.evaluate(async (root) => {
    const [name = ''] = await caches.keys();
    const pages = await caches.open(name);
    for (let number = 0; number < 300; number++) {
      await pages.put(`${root}articles/other-${String(number)}`, new Response('Another page'));
    }
  }, host.url);
  await page.goto(`${host.url}articles/article-001.html`);
  await expect.poll(() => saved(page, 'articles/article-001.html')).not.toBe('');
  await expect.poll(() => saved(page, 'articles/article-000.html')).toBe('');
  expect(await saved(page, 'index.html')).toContain('</html>');
  expect(await saved(page, 'offline.html')).toContain('</html>');
});

test('offline without the offline page, a missing page is an error instead of a redirect to itself', async () => {
  const page = await openFirst('articles/article-000.html');
  await page.evaluate(async (address) => {
    for (const name of await caches.keys()) await (await caches.open(name)).delete(address);
  }, `${host.url}offline`);
  await context.setOffline(true);
  await host.close();
  for (const path of ['articles/article-007.html', 'offline.html']) {
    await expect(page.goto(host.url + path)).rejects.toThrow('ERR_FAILED');
  }
});

test('offline, the front page and opened articles can be read', async () => {
  const page = await openFirst('articles/article-000.html');
  await page.goto(`${host.url}articles/article-001.html`);
  const read = await page.locator('main > article').innerText();
  await expect.poll(() => saved(page, 'articles/article-001.html')).not.toBe('');
  await context.setOffline(true);
  await host.close();
  await page.goto(`${host.url}articles/article-001.html`);
  expect(await page.locator('main > article').innerText()).toBe(read);
  await page.goto(`${host.url}articles/article-000.html`);
  expect(await page.locator('h1').count()).toBe(1);
  await page.goto(`${host.url}index.html`);
  expect(await page.locator('.article-list > li').count()).toBe(25);
});

test('offline, a page that was not opened shows a link to the front page', async () => {
  const page = await openFirst('articles/article-000.html');
  await context.setOffline(true);
  await host.close();
  await page.goto(`${host.url}articles/article-007.html`);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Offline');
  expect(await page.title()).toMatch(/^Offline ·/);
  expect(await page.locator('main').innerText()).toContain('You are offline');
  await followLink(page.getByRole('link', { name: 'Front page' }));
  expect(await page.locator('.article-list > li').count()).toBe(25);
});

test('the offline page lists the saved articles, those opened last first', async () => {
  const page = await openFirst('articles/article-000.html');
  await page.goto(`${host.url}articles/article-001.html`);
  const headline = await page.locator('h1').innerText();
  await expect.poll(() => saved(page, 'articles/article-001.html')).not.toBe('');
  await context.setOffline(true);
  await host.close();
  await page.goto(`${host.url}articles/article-007.html`);
  const links = page.locator('#saved a');
  await expect.poll(() => links.count()).toBe(2);
  await followLink(links.first());
  expect(await page.locator('h1').innerText()).toBe(headline);
});

test('lists mark saved articles', async () => {
  const front = readFileSync(`${folder}/index.html`, 'utf8');
  const [, first = ''] = /href="(articles\/[^"]*)"/.exec(front) ?? [];
  const page = await openFirst(first);
  await page.goto(`${host.url}index.html`);
  await page.locator('.saved').waitFor();
  expect(await page.locator('.article-list > li:first-child .saved').innerText()).toBe('Saved');
  expect(await page.locator('.saved').count()).toBe(1);
});

test('a new build replaces saved pages when they are visited, and the front page at once', async () => {
  const page = await openFirst('articles/article-000.html');
  for (const path of ['index.html', 'articles/article-000.html', 'articles/article-001.html']) {
    const html = readFileSync(`${folder}/${path}`, 'utf8');
    writeFileSync(`${folder}/${path}`, html.replace('<main', '<p class="rebuilt">New</p><main'));
  }
  writeFileSync(`${folder}/sw.js`, `${readFileSync(`${folder}/sw.js`, 'utf8')}// Another build\n`);
  await page.goto(`${host.url}articles/article-000.html`);
  expect(await page.locator('.rebuilt').count()).toBe(1);
  // The browser looks for a new service worker some time after the visit.
  for (const path of ['articles/article-000.html', 'index.html']) {
    await expect.poll(() => saved(page, path), { timeout: 30_000 }).toContain('class="rebuilt"');
  }
  // Chromium holds navigations back while it activates the new one, which takes a second.
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active?.state === 'activated';
  });
  await context.setOffline(true);
  await host.close();
  for (const path of ['articles/article-000.html', 'index.html']) {
    await page.goto(host.url + path);
    expect(await page.locator('.rebuilt').count(), path).toBe(1);
  }
});

test('a removed article is no longer saved', async () => {
  const page = await openFirst('articles/article-000.html');
  await rm(`${folder}/articles/article-000.html`);
  const response = await page.goto(`${host.url}articles/article-000.html`);
  expect(response?.status()).toBe(404);
  await expect.poll(() => saved(page, 'articles/article-000.html')).toBe('');
});

test('a page that arrives incomplete does not replace the saved page', async () => {
  const page = await openFirst('articles/article-000.html');
  const whole = await saved(page, 'articles/article-000.html');
  expect(whole).toContain('</html>');
  await host.close();
  const failing = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': whole.length });
    response.write('<!doctype html><p class="half">Half');
  });
  await new Promise<void>((done) =>
    failing.listen(Number(new URL(host.url).port), '127.0.0.1', done),
  );
  await page
    .goto(`${host.url}articles/article-000.html`, { waitUntil: 'commit' })
    .catch(() => undefined);
  await page.locator('.half').waitFor();
  const closed = new Promise((done) => failing.close(done));
  failing.closeAllConnections();
  await closed;
  await page.goto(`${host.url}articles/article-000.html`);
  expect(await page.locator('main > article').count()).toBe(1);
  expect(await saved(page, 'articles/article-000.html')).toBe(whole);
});
