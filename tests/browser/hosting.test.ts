import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
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

    // What it keeps of 300 articles is not needed here, and takes as long as the pages themselves.
    const serviceWorkers = name === 'generatedSite' ? 'block' : 'allow';

    test.each(['/', '/some/deep/path/'])('works at %s of a host', async (under) => {
      const host = await serveFolder(folder, under);
      await expectWhole(host.url, { serviceWorkers });
      await host.close();
    });

    test('works from a disk', async () => {
      await expectWhole(pathToFileURL(`${folder}/`).href, { serviceWorkers });
    });
  },
);

async function expectWhole(root: string, options: BrowserContextOptions): Promise<void> {
  const { pages, missing, complaints } = await crawl(browser, root, options);
  expect(missing).toEqual([]);
  expect(complaints).toEqual([]);
  expect(pages.length).toBeGreaterThan(1);
}
