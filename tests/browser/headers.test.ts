import { globSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readHeaders } from '../read-headers.ts';
import { serveFolder, type ServedFolder } from '../serve-folder.ts';
import { launchBrowser } from './launch-browser.ts';

const headers = readHeaders(readFileSync('public/_headers', 'utf8'));
const readme = readFileSync('README.md', 'utf8');

let browser: Browser;
let site: ServedFolder;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveFolder(inject('fixtureSite'));
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

test('the built site contains _headers unchanged', () => {
  expect(readFileSync(`${inject('fixtureSite')}/_headers`, 'utf8')).toBe(
    readFileSync('public/_headers', 'utf8'),
  );
});

test('the headers set what a page cannot set in its HTML', () => {
  expect(headers['/*']).toMatchObject({
    'Content-Security-Policy': "frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
  });
  expect(Object.keys(headers['/*'] ?? {})).toEqual(
    expect.arrayContaining(['Referrer-Policy', 'Permissions-Policy']),
  );
  expect(headers['/assets/*']).toEqual({ 'Cache-Control': 'public, max-age=31536000, immutable' });
});

test('the README lists the same headers for nginx, Caddy and Apache', () => {
  for (const [name, value] of Object.entries(headers['/*'] ?? {})) {
    expect(readme).toContain(`add_header ${name} "${value}" always;`);
    expect(readme).toMatch(new RegExp(`^ {6}${name} "${RegExp.escape(value)}"$`, 'm'));
    expect(readme).toContain(`Header always set ${name} "${value}"`);
  }
  const caching = headers['/assets/*']?.['Cache-Control'] ?? '';
  expect(readme.split(`"${caching}"`).length - 1).toBe(3);
});

test('pages work with these headers, except in a frame of another site', async () => {
  const context = await browser.newContext();
  await context.route('**/*', async (route) => {
    if (!route.request().url().startsWith(site.url)) {
      await route.fulfill({
        contentType: 'text/html',
        body: `<iframe src="${site.url}index.html"></iframe>`,
      });
      return;
    }
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), ...headers['/*'] } });
  });
  const page = await context.newPage();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(`${page.url()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`${page.url()}: ${error.message}`));
  for (const path of globSync('**/*.html', { cwd: inject('fixtureSite') }).slice(0, 20)) {
    await page.goto(site.url + encodeURI(path));
    expect(await page.locator('main').count()).toBe(1);
  }
  expect(messages).toEqual([]);

  await page.goto('http://another.example/');
  await expect.poll(() => messages.join('\n')).toContain('frame-ancestors');
  expect(await page.frameLocator('iframe').locator('main').count()).toBe(0);
  await context.close();
});
