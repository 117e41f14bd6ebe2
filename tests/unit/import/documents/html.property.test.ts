import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteTried } from '../../../tried.ts';
import { convertInput } from './convert-input.ts';
import { block, fragment } from './html-fragments.ts';
import { expectSentinels, plantSentinels } from './sentinels.ts';

/** The same documents in each run. */
const SEED = 18;

test(
  'every word of a fragment is in the ledger once, and on the page if it was kept',
  { timeout: 400_000 },
  () => {
    fc.assert(
      fc.property(fragment, (template) => {
        noteTried({ cases: 1 });
        const { text, words } = plantSentinels(template);
        const [conversion] = convertInput(text, 'a.html', { acceptOmissions: true });
        expectSentinels(conversion, words);
      }),
      { numRuns: 2700, seed: SEED },
    );
  },
);

const LONG =
  '@ is a sentence that is long enough, with commas, and more words, to be a part of an article. ';

const page = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map(
    (blocks) =>
      `<!DOCTYPE html><html lang="en"><head><title>@</title><meta name="description" content="@"></head><body>` +
      `<nav><a href="/" title="@">@</a></nav><article><h1>@</h1><p>${LONG.repeat(4)}</p>${blocks.join('\n')}` +
      `<p>${LONG.repeat(4)}</p></article><aside><h2>@</h2><p>@</p></aside><footer>@</footer></body></html>`,
  );

test(
  'every word of a page is in the ledger once, and on the page if it was kept',
  { timeout: 400_000 },
  () => {
    let articles = 0;
    fc.assert(
      fc.property(page, (template) => {
        noteTried({ cases: 1 });
        const { text, words } = plantSentinels(template);
        const [conversion] = convertInput(text, 'a.html', { acceptOmissions: true });
        expectSentinels(conversion, words);
        articles++;
      }),
      { numRuns: 300, seed: SEED },
    );
    expect(articles).toBeGreaterThan(0);
  },
);
