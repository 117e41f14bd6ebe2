import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serveFolder } from '../serve-folder.ts';
import { followLink } from './follow-link.ts';
import { launchBrowser } from './launch-browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

test.each([
  ['/', 'nothing.html'],
  ['/', 'a/b/c/d/e/nothing'],
  ['/some/deep/path/', 'articles/nothing.html'],
  ['/some/deep/path/', 'no/such/folder/'],
])('under %s, the page for the unknown address %s links to the front page', async (under, path) => {
  const host = await serveFolder(inject('providedSite'), under);
  const page = await browser.newPage();
  await page.goto(host.url + path);
  expect(await page.getByRole('heading').innerText()).toBe('Page not found');
  expect(await page.getByRole('button', { name: 'Reading settings' }).isVisible()).toBe(true);
  const name = page.locator('.masthead a');
  await expect
    .poll(() => name.getAttribute('href'))
    .toBe(`${new URL(host.url).pathname}index.html`);
  await followLink(page.getByRole('link', { name: 'Front page' }));
  expect(page.url()).toBe(`${host.url}index.html`);
  expect(await page.locator('.article-list').count()).toBe(1);
  await page.close();
  await host.close();
});

test('without JavaScript, the 404 page has no links that may be wrong', async () => {
  const host = await serveFolder(inject('providedSite'));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${host.url}a/b/nothing.html`);
  expect(await page.getByRole('link').allInnerTexts()).toEqual(['Skip to content']);
  await context.close();
  await host.close();
});

test('without JavaScript, the 404 page links to the url of the publication', async () => {
  const host = await serveFolder(inject('generatedSite'));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${host.url}a/b/nothing.html`);
  for (const link of [
    page.locator('.masthead a'),
    page.getByRole('link', { name: 'Front page' }),
  ]) {
    expect(await link.getAttribute('href')).toBe('https://gazette.example/deep/path/');
  }
  await context.close();
  await host.close();
});
