import { expect, inject, test } from 'vitest';
import { compareTrees, describeArticles, GENERATED } from '../parsed-tree.ts';
import { useEngine } from './use-engine.ts';

const { engine, host } = useEngine();

// For Chromium, see tests/browser/parsed-tree.test.ts.
test.skipIf(inject('engine') === 'chromium')(
  'every body is parsed into the tree that was sanitized',
  async () => {
    const browser = engine();
    await browser.open(`${host().url}index.html`);
    const { tried, different } = await compareTrees((html) =>
      browser.evaluate(describeArticles, html),
    );
    expect(different.slice(0, 3)).toEqual([]);
    expect(tried).toBeGreaterThan(GENERATED);
  },
  1_200_000,
);
