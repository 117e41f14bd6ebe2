import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { LONG_READ, pagesOf, useReader } from './open-page.ts';

const reader = useReader();

/** Fingertips need 44 CSS pixels (WCAG 2.2, 2.5.5). */
const SIZE = 44;

/** The visible controls, and links outside running text, that are smaller than that. */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate((size) => {
    const targets = 'a[href], button, summary, input, select';
    const runningText = 'main > article > :not(header, footer) a, figcaption a, #unavailable a';
    return [...document.querySelectorAll<HTMLElement>(targets)]
      .filter((element) => element.checkVisibility() && !element.matches(runningText))
      .flatMap((element) => {
        // A label belongs to its field. A headline in a list makes its whole item a link.
        const target = element.closest('label, .article-list li:has(h2 a)') ?? element;
        const box = (element.matches('h2 a, label *') ? target : element).getBoundingClientRect();
        return box.width < size - 0.5 || box.height < size - 0.5
          ? [`${element.outerHTML.slice(0, 90)} ${String(box.width)} × ${String(box.height)}`]
          : [];
      });
  }, SIZE);
}

test.each(pagesOf('fixtureSite'))('every target on %s is large enough to touch', async (path) => {
  const page = await reader.visit('fixtureSite', path);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.reload();
    expect(await tooSmall(page)).toEqual([]);
    await page.locator('.settings-button').click();
    expect(await tooSmall(page)).toEqual([]);
  }
});

test.each([1024, 1280, 1920])('at %i pixels, the settings are beside the text', async (width) => {
  for (const path of [LONG_READ, 'articles/persian.html', 'index.html']) {
    const page = await reader.visit('fixtureSite', path, { width, height: 900 });
    await page.locator('.settings-button').click();
    const panel = await page.locator('#settings').boundingBox();
    const text = await page.locator('main').boundingBox();
    if (!panel || !text) throw new Error('The settings or the text are not shown.');
    expect(panel.x + panel.width <= text.x || panel.x >= text.x + text.width, path).toBe(true);
  }
});

test('the settings say the value of each slider, and change the text size in steps', async () => {
  const page = await reader.open('fixtureSite', LONG_READ, { choices: { leading: '120' } });
  await page.locator('.settings-button').click();
  const values = (): Promise<string[]> => page.locator('#settings label > span').allInnerTexts();
  expect(await values()).toEqual(['100', '120', '65', '0', '0']);
  for (const name of ['A+', 'A+', 'A−']) await page.getByRole('button', { name }).click();
  expect(await values()).toEqual(['110', '120', '65', '0', '0']);
  expect(await page.locator('html').getAttribute('data-size')).toBe('110');
  await page.locator('#settings [type=reset]').click();
  expect(await values()).toEqual(['100', '100', '65', '0', '0']);
  await page.context().close();
});

test('no row of the settings has one choice of two', async () => {
  const page = await reader.visit('fixtureSite', LONG_READ, { width: 390, height: 800 });
  await page.locator('.settings-button').click();
  for (const group of await page.locator('fieldset').all()) {
    const right = await group.evaluate((it) => it.getBoundingClientRect().right);
    const last = await group.locator(':is(label, button):visible').last().boundingBox();
    if (!last) throw new Error('There is no choice.');
    expect(Math.abs(last.x + last.width - right)).toBeLessThan(2);
  }
});
