import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serveFolder } from '../serve-folder.ts';
import { crawl } from './crawl.ts';
import { launchBrowser } from './launch-browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

describe.each(['providedSite', 'fixtureSite', 'generatedSite'] as const)(
  'the folder of the %s',
  // The pages of 300 articles, one after another.
  { timeout: 300_000 },
  (name) => {
    const folder = inject(name);

    test.each(['/', '/some/deep/path/'])('works at %s of a host', async (under) => {
      const host = await serveFolder(folder, under);
      await expectWhole(host.url);
      await host.close();
    });

    test('works from a disk', async () => {
      await expectWhole(pathToFileURL(`${folder}/`).href);
    });
  },
);

async function expectWhole(root: string): Promise<void> {
  const { pages, missing, complaints } = await crawl(browser, root);
  expect(missing).toEqual([]);
  expect(complaints).toEqual([]);
  expect(pages.length).toBeGreaterThan(1);
}
