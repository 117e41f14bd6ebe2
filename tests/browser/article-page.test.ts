import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { readFile, readdir } from 'node:fs/promises';
import { serveFolder, type ServedFolder } from '../serve-folder.ts';
import { launchBrowser } from './launch-browser.ts';

let browser: Browser;
let site: ServedFolder;
let address: string;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveFolder(inject('providedSite'));
  const [page] = await readdir(`${inject('providedSite')}/articles`);
  address = `${site.url}articles/${page ?? ''}`;
}, 60_000);

afterAll(async () => {
  await browser.close();
  await site.close();
});

test('the article shows the provided text, line for line, character for character', async () => {
  const provided = await readFile('tests/fixtures/provided-article/input.txt', 'utf8');
  const page = await browser.newPage();
  await page.goto(address);
  const shown = await page.locator('article').innerText();
  expect(shown.split(/\n+/)).toEqual(provided.trimEnd().split('\n'));
  await page.close();
});
