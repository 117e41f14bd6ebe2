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

    // Every page is opened under a path, where a link that leads too far up is lost. That pages of
    // each kind open alike in the other two is what `publication-pages.test.ts` shows.
    test('works under a path of a host, where every page is opened', async () => {
      const host = await serveFolder(folder, '/some/deep/path/');
      await expectWhole(host.url, 'opened');
      await host.close();
    });

    test('leads nowhere else at the top of a host', async () => {
      const host = await serveFolder(folder);
      await expectWhole(host.url, 'read');
      await host.close();
    });

    test('leads nowhere else on a disk', async () => {
      await expectWhole(pathToFileURL(`${folder}/`).href, 'read');
    });
  },
);

async function expectWhole(root: string, opening: 'opened' | 'read'): Promise<void> {
  const { pages, missing, complaints } = await crawl(browser, root, opening);
  expect(missing).toEqual([]);
  expect(complaints).toEqual([]);
  expect(pages.length).toBeGreaterThan(1);
}
