import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { scratchProject } from '../scratch-project.ts';
import { serveFolder, type ServedFolder } from '../serve-folder.ts';
import { launchBrowser } from './launch-browser.ts';
import { requestsSoFar } from './requests-so-far.ts';

const providedLines = readFileSync('tests/fixtures/provided-article/input.txt', 'utf8')
  .trimEnd()
  .split('\n');
const file = globSync(`${inject('providedSite')}/articles/*.html`)[0] ?? '';
const path = `articles/${basename(file)}`;

/** What arrives in the first round trip: ten TCP segments (RFC 6928). */
const FIRST_FLIGHT_BYTES = 14_600;

let browser: Browser;
let site: ServedFolder;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveFolder(inject('providedSite'));
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

async function openArticle(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(site.url + path);
  return page;
}

/** The lines of the article, without the reading bar. */
async function linesOf(page: Page): Promise<string[]> {
  await page.locator('article > aside').evaluate((bar) => {
    bar.remove();
  });
  return (await page.locator('article').innerText()).split(/\n+/);
}

test('the article shows the exact provided text', async () => {
  const page = await openArticle();
  expect(await linesOf(page)).toEqual(providedLines);
});

test('asterisks, quotes and symbols of the provided text are on the page', async () => {
  const text = await (await openArticle()).locator('article').innerText();
  for (const part of [
    'Daesh*',
    'al-Qaeda**',
    'Taliban***',
    '‘Strengthening',
    '“Today',
    '© Sputnik',
  ]) {
    expect(text).toContain(part);
  }
});

test('the Russian words of the credit have lang=ru', async () => {
  const page = await openArticle();
  expect(await page.locator('figcaption [lang=ru]').innerText()).toBe('Министерство обороны РФ');
});

test('without JavaScript, the article shows the exact provided text', async () => {
  const page = await openArticle({ javaScriptEnabled: false });
  expect(await linesOf(page)).toEqual(providedLines);
});

test('without CSS, the article shows the exact provided text', async () => {
  const page = await openArticle();
  await page.evaluate(() => {
    for (const sheet of document.querySelectorAll('style')) sheet.remove();
  });
  expect(await linesOf(page)).toEqual(providedLines);
});

test('the page has one main, one article, one headline, one figure, and a paragraph for each line', async () => {
  const page = await openArticle();
  const count = (selector: string): Promise<number> => page.locator(selector).count();
  expect(await count('main')).toBe(1);
  expect(await count('article')).toBe(1);
  expect(await count('h1')).toBe(1);
  expect(await count('article figure > figcaption')).toBe(1);
  // The other three lines are the headline, the caption and the credit.
  expect(await count('article p:not(figcaption *, aside *)')).toBe(providedLines.length - 3);
  expect(await count('article :is(div, img, time, address):not(aside *)')).toBe(0);
});

test('no element has a style attribute or an attribute of Astro', async () => {
  const page = await openArticle();
  const attributes = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      element
        .getAttributeNames()
        .filter((name) => name === 'style' || name.startsWith('data-astro')),
    ),
  );
  expect(attributes).toEqual([]);
});

test('neither text nor metadata has an invented date, author, picture or source', () => {
  const html = readFileSync(file, 'utf8');
  expect(html).not.toMatch(/<time|rel="?author|name="author|datePublished|undefined|null/);
});

test('the page is one request that fits the first round trip', async () => {
  // A host of its own, because service workers of other tests may still send requests. For the
  // requests of the service worker see publication-offline.test.ts.
  const host = await serveFolder(inject('providedSite'));
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(host.url + path);
  expect(await requestsSoFar(page, host)).toEqual([`/${path}`]);
  await context.close();
  await host.close();
  const bytes = gzipSync(readFileSync(file), { level: 9 }).length;
  // Status, date, type, encoding, length, caching and connection, as most hosts send them.
  const headers = 600;
  console.log(`The article page: 1 request, ${bytes.toLocaleString('en')} bytes with gzip.`);
  expect(bytes + headers).toBeLessThanOrEqual(FIRST_FLIGHT_BYTES);
  expect(bytes).toBeLessThanOrEqual(9000);
});

test('with the metadata of a publication that has a URL, the page has at most 9,400 bytes', async () => {
  const project = await scratchProject('content');
  await project.write(
    'content/publication.yaml',
    `${readFileSync('content/publication.yaml', 'utf8')}\nurl: https://news.example\n`,
  );
  const { exitCode, stderr } = await project.build();
  expect(exitCode, stderr).toBe(0);
  const page = readFileSync(`${project.folder}/dist/${path}`);
  await project.remove();
  const bytes = gzipSync(page, { level: 9 }).length;
  console.log(`The article page with a URL: ${bytes.toLocaleString('en')} bytes with gzip.`);
  expect(bytes).toBeLessThanOrEqual(9400);
});

test('the policy comes right after the charset, and has only hashes and own sources', async () => {
  const page = await openArticle();
  const [charset, policy] = await page.locator('head > *').all();
  expect(await charset?.getAttribute('charset')).toBe('utf-8');
  expect(await policy?.getAttribute('http-equiv')).toBe('Content-Security-Policy');
  const content = (await policy?.getAttribute('content')) ?? '';
  expect(content).toMatch(/^default-src 'none'; /);
  expect(content).toContain("base-uri 'none'");
  expect(content).toContain("form-action 'none'");
  const sources = content.split('; ').flatMap((directive) => directive.split(' ').slice(1));
  for (const source of sources)
    expect(source).toMatch(/^(?:'none'|'self'|data:|'sha256-[\w+/]+=*')$/);
});

test('the policy blocks an injected script', async () => {
  const page = await openArticle();
  const blocked = await page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('securitypolicyviolation', (event) => {
          resolve(event.effectiveDirective);
        });
        document.body.append(Object.assign(document.createElement('script'), { text: 'alert(1)' }));
      }),
  );
  expect(blocked).toMatch(/^script-src/);
});
