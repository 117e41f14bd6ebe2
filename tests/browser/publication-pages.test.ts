import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serveFolder, type ServedFolder } from '../serve-folder.ts';
import { launchBrowser } from './launch-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = inject('generatedSite');

/** One page of each kind, and an article with hostile text in every field. */
const kinds = [
  ...['index.html', 'page/2.html', 'topics.html', 'topics/weather.html', 'archive.html'],
  ...['archive/2023.html', 'archive/undated.html', 'search.html', 'offline.html'],
  ...['articles/article-002.html', 'articles/article-049.html'],
];

let browser: Browser;
let atTop: ServedFolder;
let atPath: ServedFolder;

beforeAll(async () => {
  browser = await launchBrowser();
  atTop = await serveFolder(folder);
  atPath = await serveFolder(folder, '/some/deep/path/');
});

afterAll(async () => {
  await browser.close();
  await atTop.close();
  await atPath.close();
});

describe.each(kinds)('%s', (path) => {
  test('opens at the top of a host, under a path and from a disk, and the console is silent', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', () => complaints.push('A script of the article ran.'));
    page.on('requestfailed', (request) => {
      const failure = request.failure()?.errorText ?? '';
      // The next address is opened while a picture below the fold is still loading.
      if (failure !== 'net::ERR_ABORTED') complaints.push(`${request.url()} failed: ${failure}`);
    });
    for (const root of [atTop.url, atPath.url, pathToFileURL(`${folder}/`).href]) {
      await page.goto(root + path);
      expect(await page.locator('h1').count()).toBe(1);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('axe finds no violation', async () => {
    // The policy would keep axe itself from running.
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(atTop.url + path);
    await page.addScriptTag({ content: axe });
    // Not a string of ours: axe puts itself there, and its types do not say so.
    const { violations } = await page.evaluate<AxeResults>(
      'axe.run({ resultTypes: ["violations"] })',
    );
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
    ).toEqual([]);
    await context.close();
  });

  test('without JavaScript it has its words and its ways on, and no dead button', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(atTop.url + path);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(20);
    expect(await page.locator('.site-footer a:visible').count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator(':is(button, input, select):visible').count()).toBe(0);
    await context.close();
  });
});
