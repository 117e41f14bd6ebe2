import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { faceStyles } from '../../src/publication/face-styles.ts';
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

test('in dark themes, a logo without a dark one stands on light paper', async () => {
  const page = await browser.newPage();
  await page.setContent(
    `<style>${faceStyles({}, { logo: {} })}</style><p class="masthead"><a><img alt="A"></a></p>`,
  );
  const background = (): Promise<string> =>
    page.locator('img').evaluate((logo) => getComputedStyle(logo).backgroundColor);
  const paper = 'rgb(253, 252, 248)';
  const none = 'rgba(0, 0, 0, 0)';
  for (const [colorScheme, theme, expected] of [
    ['light', '', none],
    ['dark', '', paper],
    ['light', 'black', paper],
    ['dark', 'sepia', none],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate((choice) => {
      if (choice === '') delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = choice;
    }, theme);
    expect(await background(), `${colorScheme}, ${theme}`).toBe(expected);
  }
  await page.close();
});
