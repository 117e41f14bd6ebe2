import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './launch-browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** A host as hosts are: it answers an address that leads nowhere with the site's own page. */
async function hostWithOwn404(folder: string, under: string) {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404, { 'content-type': 'text/html' });
      response.end(readFileSync(`${folder}/404.html`));
    };
    if (!request.url?.startsWith(under)) {
      notFound();
      return;
    }
    request.url = request.url.slice(under.length - 1);
    files(request, response, notFound);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // The address of a server that listens on a port is never a string.
  const { port } = server.address() as AddressInfo;
  return { server, origin: `http://127.0.0.1:${port}` };
}

test.each([
  ['/', '/nothing.html'],
  ['/', '/a/b/c/d/e/nothing'],
  ['/some/deep/path/', '/some/deep/path/articles/nothing.html'],
  ['/some/deep/path/', '/some/deep/path/no/such/folder/'],
])('under %s, the page for %s leads to the front page', async (under, address) => {
  const { server, origin } = await hostWithOwn404(inject('providedSite'), under);
  const page = await browser.newPage();
  await page.goto(origin + address);
  expect(await page.getByRole('heading').innerText()).toBe('Page not found');
  await page.getByRole('link', { name: 'Front page' }).click();
  expect(page.url()).toBe(`${origin}${under}index.html`);
  expect(await page.locator('.article-list').count()).toBe(1);
  await page.close();
  server.close();
  server.closeAllConnections();
});

test('without a script, the page has no link that could lead astray', async () => {
  const { server, origin } = await hostWithOwn404(inject('providedSite'), '/');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/a/b/nothing.html`);
  expect(await page.getByRole('link').allInnerTexts()).toEqual(['Skip to content']);
  await context.close();
  server.close();
  server.closeAllConnections();
});

test('without a script, a publication with a url is reached by it', async () => {
  const { server, origin } = await hostWithOwn404(inject('generatedSite'), '/');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/a/b/nothing.html`);
  const link = page.getByRole('link', { name: 'Front page' });
  expect(await link.getAttribute('href')).toBe('https://gazette.example/deep/path/');
  await context.close();
  server.close();
  server.closeAllConnections();
});
