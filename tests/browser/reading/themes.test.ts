import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pagesOf, THEMES, useReader } from './open-page.ts';
import { textContrasts } from './text-contrasts.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const reader = useReader();

/** WCAG 2.2, 1.4.6, level AAA, for text of any size. */
const AAA = 7;

async function chooseTheme(page: Page, theme: string): Promise<void> {
  await page.evaluate((choice) => {
    document.documentElement.dataset.theme = choice;
  }, theme);
}

/** The newsroom has the publisher's colours, and few kinds of pages. */
const isTested = (path: string): boolean =>
  /^(?:index|imprint|corrections|authors\/ada|articles\/(?!iskele|порт).*)\.html$/.test(path);

describe.each(['providedSite', 'fixtureSite', 'newsroomSite'] as const)('%s', (site) => {
  const pages = pagesOf(site).filter((path) => site !== 'newsroomSite' || isTested(path));

  test.each(pages)('axe finds no violation on %s, in any theme and width', async (path) => {
    const page = await reader.visit(site, path, { bypassCSP: true });
    await page.addScriptTag({ content: axe });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const theme of THEMES) {
        await chooseTheme(page, theme);
        // Themes differ only in colours, so run all rules on the first, and colour rules on the others.
        const rules = theme === 'auto' ? '' : ', runOnly: ["cat.color"]';
        // A string, because axe adds a global variable that has no type. Without the other results,
        // which are a hundred times as long.
        const violations = await page.evaluate<AxeResults['violations']>(
          `axe.run({ resultTypes: ["violations"]${rules} }).then(({ violations }) => violations)`,
        );
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
        );
        expect(found, `${theme}, ${width} pixels`).toEqual([]);
      }
    }
  });

  test.each(pages)(
    'all text of %s has a contrast of at least 7 to 1, in any theme',
    async (path) => {
      const page = await reader.visit(site, path);
      const texts = await page.evaluate(() => {
        document.querySelector('details')?.setAttribute('open', '');
        document.getElementById('settings')?.showPopover();
        return document.body.innerText.length;
      });
      expect(texts).toBeGreaterThan(0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const theme of THEMES) {
          await chooseTheme(page, theme);
          const contrasts = await page.evaluate(textContrasts);
          expect(contrasts.length).toBeGreaterThan(3);
          const tooLow = contrasts.filter(({ ratio }) => ratio < AAA);
          expect(tooLow, `${theme} where the system is ${colorScheme}`).toEqual([]);
        }
      }
    },
  );
});
