import { expect, test } from 'vitest';
import { compareTrees, describeArticles, GENERATED } from '../parsed-tree.ts';
import { noteTried } from '../tried.ts';
import { launchBrowser } from './launch-browser.ts';

test('Chromium parses every body into the tree that was sanitized', async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const { tried, different } = await compareTrees((html) => page.evaluate(describeArticles, html));
  await browser.close();
  noteTried({ cases: tried });
  expect(different.slice(0, 3)).toEqual([]);
  expect(tried).toBeGreaterThan(GENERATED);
}, 1_200_000);
