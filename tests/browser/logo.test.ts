import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './launch-browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

const LIGHT = 'for-light';
const DARK = 'for-dark';

async function open(colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({ colorScheme });
  await page.goto(pathToFileURL(`${inject('newsroomSite')}/index.html`).href);
  return page;
}

/** The classes of the logos that are shown. */
function shownLogos(page: Page): Promise<string[]> {
  return page
    .locator('.masthead img')
    .evaluateAll((logos: HTMLElement[]) =>
      logos.filter((logo) => logo.checkVisibility()).map((logo) => logo.className),
    );
}

test.each([
  ['light', undefined, LIGHT],
  ['dark', undefined, DARK],
  ['light', 'dark', DARK],
  ['light', 'black', DARK],
  ['dark', 'light', LIGHT],
  ['dark', 'sepia', LIGHT],
] as const)(
  'on a %s system with the theme %s, the logo is the one %s',
  async (system, theme, logo) => {
    const page = await open(system);
    await page.evaluate((choice) => {
      if (choice !== undefined) document.documentElement.dataset.theme = choice;
    }, theme);
    expect(await shownLogos(page)).toEqual([logo]);
    await page.close();
  },
);

test('without CSS, there is one logo', async () => {
  const page = await open('dark');
  await page.evaluate(() => {
    for (const style of document.querySelectorAll('style')) style.remove();
  });
  expect(await shownLogos(page)).toEqual([LIGHT]);
  await page.close();
});
