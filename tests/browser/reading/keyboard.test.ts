import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { LONG_READ, useReader } from './open-page.ts';

const reader = useReader();

/** The text or the tag name of the focused element, and whether its focus is visible. */
async function focused(page: Page): Promise<{ name: string; visible: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return { name: '', visible: false };
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      name: element.innerText.trim() || `${element.tagName} ${element.getAttribute('name') ?? ''}`,
      visible: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    };
  });
}

/** Narrow enough that the contents are not open in the margin. */
const viewport = { width: 700, height: 900 };

test('Tab visibly focuses every control, in the order of the page', async () => {
  const page = await reader.visit('fixtureSite', LONG_READ, viewport);
  const expected = await page.evaluate(
    () =>
      [
        ...document.querySelectorAll<HTMLElement>('a[href], button, summary, [tabindex="0"]'),
      ].filter((element) => element.checkVisibility()).length,
  );
  const reached: string[] = [];
  for (let step = 0; step < expected; step++) {
    await page.keyboard.press('Tab');
    const { name, visible } = await focused(page);
    expect(visible, name).toBe(true);
    reached.push(name);
  }
  expect(reached.slice(0, 5)).toEqual([
    'Skip to content',
    'The Fixture Gazette',
    'Reading settings',
    'Cleo Pattern',
    'Contents',
  ]);
  expect(new Set(reached).size).toBeGreaterThan(10);
  // One more leaves the page.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
});

test('the skip link jumps past the header of the page', async () => {
  const page = await reader.visit('fixtureSite', LONG_READ, viewport);
  await page.keyboard.press('Tab');
  expect(await page.locator('.skip-link').boundingBox()).toMatchObject({ y: 8 });
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toMatch(/#main$/);
  await page.keyboard.press('Tab');
  expect((await focused(page)).name).toBe('Cleo Pattern');
});

test('the settings work with the keyboard alone', async () => {
  const page = await reader.visit('fixtureSite', LONG_READ);
  await page.locator('.settings-button').focus();
  await page.keyboard.press('Enter');
  const names: string[] = [];
  for (let step = 0; step < 13; step++) {
    await page.keyboard.press('Tab');
    const { name, visible } = await focused(page);
    expect(visible, name).toBe(true);
    names.push(name);
  }
  expect(names).toEqual([
    'INPUT theme',
    'INPUT typeface',
    'A−',
    'A+',
    'INPUT size',
    'INPUT leading',
    'INPUT measure',
    'INPUT letters',
    'INPUT spaces',
    'INPUT justified',
    'INPUT hyphens',
    'Reset',
    'Close',
  ]);
  await page.locator('#settings input[name=theme]:checked').focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  for (let step = 0; step < 4; step++) await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('html').getAttribute('data-size')).toBe('110');
  for (const key of ['Escape', 'Enter']) {
    await page.keyboard.press(key);
    await page.locator('#settings').waitFor({ state: 'hidden' });
    await expect.poll(async () => (await focused(page)).name).toBe('Reading settings');
    await page.keyboard.press('Enter');
    await page.locator('#settings').waitFor({ state: 'visible' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
  }
  expect(page.url()).toMatch(/the-long-read\.html$/);
});

test('a footnote opens with the keyboard, and Escape returns the focus to its call', async () => {
  const page = await reader.visit('fixtureSite', LONG_READ);
  const call = page.locator('[role=doc-noteref]').first();
  await call.focus();
  await page.keyboard.press('Enter');
  const note = page.locator('#note');
  expect(await note.innerText()).toBe(
    'A note with emphasis, a link and two sentences. This is the second.',
  );
  expect(await note.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  expect((await focused(page)).name).toBe('link');
  await page.keyboard.press('Escape');
  await note.waitFor({ state: 'hidden' });
  await expect
    .poll(() => call.evaluate((element) => element === document.activeElement))
    .toBe(true);
});
