import fc from 'fast-check';
import { test } from 'vitest';
import { noteTried } from '../../../tried.ts';
import { convertInput } from './convert-input.ts';
import { packText, textTemplate } from './odt-template.ts';
import { expectSentinels, plantSentinels } from './sentinels.ts';

/** The same documents in each run. */
const SEED = 18;

test(
  'every word of an OpenDocument text is in the ledger once, and on the page if it was kept',
  { timeout: 400_000 },
  () => {
    fc.assert(
      fc.property(textTemplate, (template) => {
        noteTried({ cases: 1 });
        const { text, words } = plantSentinels(template);
        const [conversion] = convertInput(packText(text), 'a.odt', { acceptOmissions: true });
        expectSentinels(conversion, words);
      }),
      { numRuns: 1000, seed: SEED },
    );
  },
);
