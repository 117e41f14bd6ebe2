import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serveFolder, type ServedFolder } from '../serve-folder.ts';
import { launchBrowser } from './launch-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

describe.each(['providedSite', 'fixtureSite'] as const)('%s', (name) => {
  const folder = inject(name);
  let site: ServedFolder;

  beforeAll(async () => {
    site = await serveFolder(folder);
  });

  afterAll(() => site.close());

  const pages = globSync('**/*.html', { cwd: folder });
  const schemes = ['light', 'dark'] as const;

  test.each(pages.flatMap((page) => schemes.map((scheme) => [page, scheme] as const)))(
    'axe finds no violation on %s, %s',
    async (path, colorScheme) => {
      // The policy would keep axe itself from running.
      const context = await browser.newContext({ bypassCSP: true, colorScheme });
      const page = await context.newPage();
      await page.goto(site.url + encodeURI(path));
      await page.addScriptTag({ content: axe });
      // Not a string of ours: axe puts itself there, and its types do not say so.
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`),
      ).toEqual([]);
      await context.close();
    },
  );
});
