import { expect, test } from 'vitest';
import { LONG_READ, pagesOf, THEMES, useReader } from './open-page.ts';
import { textContrasts } from './text-contrasts.ts';

const reader = useReader();

test.each(THEMES)('printed, the %s theme is black on white, without controls', async (theme) => {
  const page = await reader.open('fixtureSite', LONG_READ, { choices: { theme } });
  await page.setViewportSize({ width: 700, height: 900 });
  await page.locator('summary').click();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.locator('button:visible, input:visible, summary:visible').count()).toBe(0);
  const contrasts = await page.evaluate(textContrasts);
  expect(new Set(contrasts.map(({ color }) => color))).toEqual(new Set(['rgb(0, 0, 0)']));
  expect(new Set(contrasts.map(({ background }) => background))).toEqual(
    new Set(['rgb(255, 255, 255)']),
  );
  await page.context().close();
});

test('printed, only external links show their URL', async () => {
  const page = await reader.visit('fixtureSite', 'articles/harbour-at-dawn.html');
  await page.emulateMedia({ media: 'print' });
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll('article a')].map((link) => [
      link.getAttribute('href')?.replace(/\W.*/s, ''),
      getComputedStyle(link, '::after').content !== 'none',
    ]),
  );
  expect(shown).toContainEqual(['https', true]);
  expect(shown.filter(([scheme, address]) => scheme !== 'https' && address)).toEqual([]);
});

test('printed, a picture and its caption stay on one page', async () => {
  const page = await reader.visit('fixtureSite', 'articles/harbour-at-dawn.html');
  await page.emulateMedia({ media: 'print' });
  for (const figure of await page.locator('figure').all()) {
    expect(await figure.evaluate((it) => getComputedStyle(it).breakInside)).toBe('avoid');
    // Both fit on one page, or `break-inside` would have no effect.
    expect((await figure.boundingBox())?.height).toBeLessThan(900);
  }
});

test('printed, a short table stays on one page', async () => {
  const page = await reader.visit('fixtureSite', 'articles/harbour-at-dawn.html');
  await page.emulateMedia({ media: 'print' });
  const table = page.locator('table').first();
  expect(await table.evaluate((it) => getComputedStyle(it).breakInside)).toBe('avoid');
});

test('printed, every column of a wide table and every line of code is on the paper', async () => {
  const page = await reader.visit('fixtureSite', 'articles/harbour-at-dawn.html', {
    width: 650,
    height: 900,
  });
  await page.evaluate(() => {
    const table = document.querySelector('table');
    for (const row of table?.rows ?? []) {
      for (let column = row.cells.length; column < 10; column++)
        row.insertCell().textContent = 'Schifffahrtsgesellschaft 1234567';
    }
    const code = document.createElement('pre');
    code.textContent = `const address = '${'a/'.repeat(200)}';`;
    table?.after(code);
  });
  await page.emulateMedia({ media: 'print' });
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('table, td, th, pre')]
      .filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 ||
          element.getBoundingClientRect().right > document.documentElement.clientWidth,
      )
      .map(({ tagName }) => tagName),
  );
  expect(cut).toEqual([]);
});

test.each(pagesOf('fixtureSite'))('%s can be printed to PDF', async (path) => {
  const page = await reader.visit('fixtureSite', path);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThan(6);
});

test('with forced colours, text, borders and focus use them', async () => {
  const page = await reader.open('fixtureSite', LONG_READ, {
    forcedColors: 'active',
    choices: { theme: 'sepia' },
  });
  await page.locator('.settings-button').click();
  const contrasts = await page.evaluate(textContrasts);
  expect(contrasts.filter(({ ratio }) => ratio < 7)).toEqual([]);
  expect(contrasts.map(({ color }) => color)).not.toContain('rgb(51, 40, 26)');
  await page.keyboard.press('Tab');
  const looks = await page.evaluate(() => {
    const styleOf = (element: Element | null): CSSStyleDeclaration =>
      getComputedStyle(element ?? document.body);
    document.body.style.color = 'CanvasText';
    return {
      text: styleOf(document.body).color,
      border: styleOf(document.querySelector('#settings')).borderTopColor,
      outline: styleOf(document.activeElement).outlineStyle,
    };
  });
  expect(looks.border).toBe(looks.text);
  expect(looks.outline).toBe('solid');
  await page.context().close();
});

test('with prefers-contrast: more, text is pure black or white', async () => {
  for (const [colorScheme, ink] of [
    ['light', 'rgb(0, 0, 0)'],
    ['dark', 'rgb(255, 255, 255)'],
  ] as const) {
    const page = await reader.open('fixtureSite', LONG_READ, { contrast: 'more', colorScheme });
    const colors = await page.evaluate(textContrasts);
    for (const words of ['The first part', 'Sampleton', 'Reading time']) {
      expect(colors.find(({ text }) => text.startsWith(words))?.color, words).toBe(ink);
    }
    expect(colors.filter(({ ratio }) => ratio < 7)).toEqual([]);
    await page.context().close();
  }
});

test('with prefers-reduced-motion, nothing is animated', async () => {
  const page = await reader.open('fixtureSite', LONG_READ, { reducedMotion: 'reduce' });
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.context().close();
  const moving = await reader.visit('fixtureSite', LONG_READ);
  expect(await moving.evaluate(() => document.getAnimations().length)).toBe(1);
});
