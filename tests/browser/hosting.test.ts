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

describe.each(['providedSite', 'fixtureSite', 'generatedSite', 'newsroomSite'] as const)(
  'the folder of the %s',
  // Opens the pages of 150 articles.
  { timeout: 300_000 },
  (name) => {
    const folder = inject(name);

    // Under a path, a link with too many `../` is broken. `publication-pages.test.ts` opens a page of
    // each kind at the root and as a file.
    test('has no broken link and no console message under a path of a host', async () => {
      const host = await serveFolder(folder, '/some/deep/path/');
      await expectComplete(host.url, 'open');
      await host.close();
    });

    test('has no broken link at the root of a host', async () => {
      const host = await serveFolder(folder);
      await expectComplete(host.url, 'read');
      await host.close();
    });

    test('has no broken link as files', async () => {
      await expectComplete(pathToFileURL(`${folder}/`).href, 'read');
    });
  },
);

async function expectComplete(root: string, mode: 'open' | 'read'): Promise<void> {
  const { pages, missing, messages } = await crawl(browser, root, mode);
  expect(missing).toEqual([]);
  expect(messages).toEqual([]);
  expect(pages.length).toBeGreaterThan(1);
}
