import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LONG_READ, pagesOf, useReader } from './open-page.ts';

const reader = useReader();

/** The elements outside the width of the page, or cut off by a box that doesn't scroll. */
async function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    const overflow: string[] = [];
    if (document.documentElement.scrollWidth > clientWidth)
      overflow.push('the page scrolls sideways');
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      // The skip link is hidden above the page. Tables and code scroll.
      if (!element.checkVisibility() || element.closest('.skip-link, table, pre')) continue;
      const { left, right } = element.getBoundingClientRect();
      const { overflowX, overflowY } = getComputedStyle(element);
      const outside = left < -1 || right > clientWidth + 1;
      const cut =
        (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) ||
        (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1);
      if (outside || cut) overflow.push(element.outerHTML.slice(0, 80));
    }
    return overflow;
  });
}

/** The spacing of WCAG 2.2, 1.4.12. */
const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }' +
  'p { margin-block-end: 2em !important; }';

describe.each(['providedSite', 'fixtureSite'] as const)('%s', (site) => {
  test.each(pagesOf(site))('%s fits 320 pixels, also with text spacing', async (path) => {
    const page = await reader.visit(site, path, { width: 320, height: 640, bypassCSP: true });
    expect(await overflowOf(page), '320 pixels').toEqual([]);

    await page.addStyleTag({ content: TEXT_SPACING });
    expect(await overflowOf(page), '320 pixels with text spacing').toEqual([]);

    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await overflowOf(page), '1280 pixels with text spacing').toEqual([]);
  });
});

test('at 400 % zoom, the page does not scroll sideways', async () => {
  // A window of 1280 device pixels, with four to each CSS pixel.
  const zoomed = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
  const page = await reader.open('fixtureSite', LONG_READ, zoomed);
  expect(await overflowOf(page)).toEqual([]);
  await page.context().close();
});

test('the largest text and spacing of the settings fit 320 pixels', async () => {
  const page = await reader.open('fixtureSite', LONG_READ, {
    viewport: { width: 320, height: 640 },
    choices: { size: '230', leading: '170', letters: '20', spaces: '60', measure: '100' },
  });
  expect(await overflowOf(page)).toEqual([]);
  await page.context().close();
});

test('a wide table scrolls by keyboard', async () => {
  const page = await reader.visit('fixtureSite', LONG_READ, { width: 320, height: 640 });
  const table = page.locator('table');
  const widths = await table.evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
  expect(widths[0]).toBeGreaterThan(widths[1] ?? 0);
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
});

/** A typeface for systems without one, where ideographs would be boxes of another width. */
const IDEOGRAPHS = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';

async function showIdeographs(page: Page): Promise<void> {
  const file = await readFile(createRequire(import.meta.url).resolve(IDEOGRAPHS), 'base64');
  await page.addStyleTag({
    content: `@font-face { font-family: ideographs; src: url(data:font/ttf;base64,${file}) }
      article > p { font-family: ideographs }`,
  });
  await page.evaluate(() => document.fonts.load('1em ideographs', '港'));
}

describe.each([
  ['fixtureSite', LONG_READ, 60, 70],
  // Ideographs are about twice as wide.
  ['fixtureSite', 'articles/港口的清晨.html', 28, 38],
] as const)('%s %s', (site, path, least, most) => {
  test(`a full line holds ${least} to ${most} characters`, async () => {
    const page = await reader.open(site, path, {
      viewport: { width: 1280, height: 800 },
      // The policy would block the typeface.
      bypassCSP: true,
    });
    if (path !== LONG_READ) await showIdeographs(page);
    const lines = await page.evaluate(() => {
      const counts: number[] = [];
      for (const paragraph of document.querySelectorAll('article > p')) {
        const text = paragraph.firstChild;
        if (!(text instanceof Text)) continue;
        const range = new Range();
        let top = Number.NaN;
        let count = 0;
        for (let index = 0; index < text.length; index++) {
          range.setStart(text, index);
          range.setEnd(text, index + 1);
          const box = range.getBoundingClientRect();
          if (Math.abs(box.top - top) > 4 && count > 0) {
            counts.push(count);
            count = 0;
          }
          top = box.top;
          count++;
        }
      }
      return counts;
    });
    expect(lines.length).toBeGreaterThan(0);
    const average = lines.reduce((sum, count) => sum + count, 0) / lines.length;
    expect(average).toBeGreaterThanOrEqual(least);
    expect(average).toBeLessThanOrEqual(most);
    await page.context().close();
  });
});
