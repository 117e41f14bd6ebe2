import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serveFolder, type ServedFolder } from '../serve-folder.ts';
import { useReader } from './reading/open-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = inject('generatedSite');

/** A page of each kind, and an article with hostile text in every field. */
const kinds = [
  'index.html',
  'page/2.html',
  'topics.html',
  'topics/weather.html',
  'archive.html',
  'archive/2023.html',
  'archive/undated.html',
  'search.html',
  'offline.html',
  'articles/article-020.html',
  'articles/article-049.html',
];

const reader = useReader();
/** Shared by the tests, because opening a page takes longer than most of them. */
let withoutScript: Page;
let atRoot: ServedFolder;
let atPath: ServedFolder;

beforeAll(async () => {
  withoutScript = await reader.browser().newPage({ javaScriptEnabled: false });
  atRoot = await serveFolder(folder);
  atPath = await serveFolder(folder, '/some/deep/path/');
});

afterAll(async () => {
  await atRoot.close();
  await atPath.close();
});

describe.each(kinds)('%s', (path) => {
  test('opens at the root of a host, under a path and as a file, without console messages', async () => {
    const context = await reader.browser().newContext();
    const page = await context.newPage();
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    page.on('dialog', () => messages.push('a script of the article ran'));
    page.on('requestfailed', (request) => {
      const failure = request.failure()?.errorText ?? '';
      // The next page opens while pictures below the fold still load.
      if (failure !== 'net::ERR_ABORTED') messages.push(`${request.url()} failed: ${failure}`);
    });
    for (const root of [atRoot.url, atPath.url, pathToFileURL(`${folder}/`).href]) {
      await page.goto(root + path);
      expect(await page.locator('h1').count()).toBe(1);
    }
    expect(messages).toEqual([]);
    await context.close();
  });

  test('axe finds no violation', async () => {
    const page = await reader.visit('generatedSite', path, { bypassCSP: true });
    await page.addScriptTag({ content: axe });
    // A string, because axe adds a global variable that has no type.
    const { violations } = await page.evaluate<AxeResults>(
      'axe.run({ resultTypes: ["violations"] })',
    );
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
    ).toEqual([]);
  });

  test('without JavaScript, it has text, links to the sections, and no controls', async () => {
    const page = withoutScript;
    await page.goto(atRoot.url + path);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(20);
    expect(await page.locator('.site-footer a:visible').count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator(':is(button, input, select):visible').count()).toBe(0);
  });
});
