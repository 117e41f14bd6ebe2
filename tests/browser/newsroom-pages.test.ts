import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serveFolder, type ServedFolder } from '../serve-folder.ts';
import { launchBrowser } from './launch-browser.ts';
import { pagesOf } from './reading/open-page.ts';
import { textContrasts } from './reading/text-contrasts.ts';
import { requestsSoFar } from './requests-so-far.ts';

/*
 * The promises of the reading page, over every page of a publication that uses every key.
 */

const folder = inject('newsroomSite');
const asFiles = pathToFileURL(`${folder}/`).href;

let browser: Browser;
let withScript: BrowserContext;
/** Shared by the tests, because opening a page takes longer than most of them. */
let withoutScript: Page;
let atRoot: ServedFolder;
let atPath: ServedFolder;

beforeAll(async () => {
  browser = await launchBrowser();
  withScript = await browser.newContext({ serviceWorkers: 'block' });
  withoutScript = await browser.newPage({ javaScriptEnabled: false, colorScheme: 'dark' });
  atRoot = await serveFolder(folder);
  atPath = await serveFolder(folder, '/some/deep/path/');
});

afterAll(async () => {
  await browser.close();
  await atRoot.close();
  await atPath.close();
});

/**
 * The texts in elements that cannot be seen. Leaves out controls, and what is only on paper or only on
 * the screen: the address, the reading bar, the links to other languages.
 */
function hiddenTexts(selector: string): string[] {
  const exceptions = '[hidden], script, details:not([open]), .imprint, aside, .languages';
  const hidden: string[] = [];
  for (const root of document.querySelectorAll(selector)) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      const text = texts.currentNode.nodeValue?.trim() ?? '';
      if (!element || text === '') continue;
      if (element.closest(exceptions)) continue;
      if (!element.checkVisibility()) hidden.push(text);
    }
  }
  return hidden;
}

const pages = pagesOf('newsroomSite');
const CONTROLS = ':is(button, input, select):visible';

describe.each(pages)('%s', (path) => {
  test('is one request, apart from its pictures, and causes no console message', async () => {
    const page = await withScript.newPage();
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    atRoot.requests.length = 0;
    await page.goto(atRoot.url + encodeURI(path));
    expect(messages).toEqual([]);
    const requests = await requestsSoFar(page, atRoot);
    expect(requests.filter((address) => !/^\/(?:assets|brand)\//.test(address))).toEqual([
      `/${encodeURI(path)}`,
      // With it, the 404 page finds the folder of the site.
      ...(path === '404.html' ? ['/archive.html'] : []),
    ]);
    await page.close();
  });

  test('has all its words and no controls without script, on paper and without CSS', async () => {
    const page = withoutScript;
    await page.goto(asFiles + encodeURI(path));
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(10);
    expect(await page.evaluate(hiddenTexts, 'main')).toEqual([]);
    expect(await page.locator(CONTROLS).count()).toBe(0);

    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(hiddenTexts, 'main > article')).toEqual([]);
    const contrasts = await page.evaluate(textContrasts);
    expect(new Set(contrasts.map(({ color }) => color))).toEqual(new Set(['rgb(0, 0, 0)']));
    expect(new Set(contrasts.map(({ background }) => background))).toEqual(
      new Set(['rgb(255, 255, 255)']),
    );

    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => {
      for (const style of document.querySelectorAll('style')) style.remove();
    });
    expect(await page.evaluate(hiddenTexts, 'main')).toEqual([]);
    expect(await page.locator(CONTROLS).count()).toBe(0);
  });
});

test.each(['2024/wave-breaker/index.html', 'old/breakwater.html', 'articles/wave-breaker.html'])(
  'the old address %s leads to the article in every hosting, without script',
  async (path) => {
    const page = withoutScript;
    for (const root of [atRoot.url, atPath.url, asFiles]) {
      await page.goto(root + path);
      await page.waitForURL(`${root}articles/breakwater.html`);
    }
  },
);
