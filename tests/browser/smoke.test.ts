import { expect, inject, test } from 'vitest';
import { serveFolder } from '../serve-folder.ts';
import { launchBrowser } from './launch-browser.ts';

test('smoke', async () => {
  const browser = await launchBrowser();
  const site = await serveFolder(inject('fixtureSite'));
  const page = await browser.newPage();
  await page.goto(site.url + 'articles/harbour-at-dawn.html');
  console.log(await page.title(), browser.version());
  await page.screenshot({ path: '/tmp/smoke.png', fullPage: true });
  await browser.close();
  await site.close();
  expect(1).toBe(1);
}, 60000);
