import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convertText, type ConvertOptions } from '../../../src/import/convert.ts';
import { noteTried } from '../../tried.ts';
import { hostileText } from './hostile-text.ts';
import { readBack, type ReadBack } from './read-back.ts';

/** The lines of a text that are not blank, as the import promises to keep them. */
function linesOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\f\v\u2028\u2029]/)
    .filter((line) => /\P{White_Space}/u.test(line))
    .map((line) => line.replaceAll(/^[\t ]+|[\t ]+$/g, ''));
}

function paragraphsOf({ headline, caption, credit, standfirst, byline, body }: ReadBack): string[] {
  const top = [headline, caption, credit, standfirst, byline && `By ${byline.join(' and ')}`];
  return [...top.filter((part) => part !== undefined), ...body];
}

/** The only acceptable refusals: a text without a body, and characters that front matter refuses. */
const REFUSALS =
  /^(?:The text is empty\.|Nothing follows the |The text contains (?:the character U\+|<!--)|The text begins with __ASTRO_IMAGE_|The text has unbalanced bidi controls: U\+|The text has no visible character\.|This is (?:an e-mail|a web page|Markdown with front matter|XML)|A line repeats at the )/;

/** The page of a text, or `undefined` if the text is refused for an acceptable reason. */
function pageOf(text: string, options: Pick<ConvertOptions, 'paragraphs' | 'standfirst'>) {
  noteTried({ cases: 1 });
  const conversion = convertText(Buffer.from(text), { ...options, publicationLanguage: 'en' });
  if (conversion.ok) return readBack(conversion.markdown);
  for (const { wrong } of conversion.faults) expect(wrong).toMatch(REFUSALS);
  return undefined;
}

test('the page of every text shows the same paragraphs', { timeout: 120_000 }, () => {
  let written = 0;
  fc.assert(
    fc.property(hostileText, fc.boolean(), (text, standfirst) => {
      const page = pageOf(text, { paragraphs: 'lines', standfirst });
      if (!page) return;
      written++;
      const provided = linesOf(text);
      // A byline moves below the standfirst.
      expect(paragraphsOf(page).toSorted()).toEqual(provided.toSorted());
      expect(page.body).toEqual(provided.slice(-page.body.length));
      expect(page.tags).toEqual(['p']);
    }),
    { numRuns: 2500 },
  );
  expect(written).toBeGreaterThan(1200);
});

test('the page of every hard-wrapped text shows the same words', { timeout: 120_000 }, () => {
  let written = 0;
  fc.assert(
    fc.property(hostileText, (text) => {
      const page = pageOf(text, { paragraphs: 'blank', standfirst: false });
      if (!page) return;
      written++;
      const words = paragraphsOf(page).join('').replaceAll(/[\n ]/g, '');
      expect(words.split('').toSorted()).toEqual(
        linesOf(text).join('').replaceAll(' ', '').split('').toSorted(),
      );
      expect(page.tags).toEqual(['p']);
    }),
    { numRuns: 2500 },
  );
  expect(written).toBeGreaterThan(1200);
});

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  // A headline and a body, in bytes that mean something in most encodings.
  fc.array(fc.integer({ min: 0x20, max: 0xff }), { minLength: 2, maxLength: 40 }).map((bytes) => {
    return Uint8Array.from([...Buffer.from('Headline\n'), ...bytes]);
  }),
);
const anyOptions = fc.record({
  encoding: fc.constantFrom(undefined, 'utf-16le', 'windows-1251', 'shift_jis', 'gb18030'),
  paragraphs: fc.constantFrom(undefined, 'lines', 'blank'),
  standfirst: fc.boolean(),
  publicationLanguage: fc.constantFrom('en', 'ar', 'zh-Hans'),
});

test('any bytes, with any options, become a file that the site accepts or a message about what is wrong', () => {
  let written = 0;
  fc.assert(
    fc.property(anyBytes, anyOptions, (bytes, options) => {
      noteTried({ cases: 1 });
      const conversion = convertText(bytes, options);
      if (conversion.ok) {
        written++;
        expect(readBack(conversion.markdown).headline).toBe(conversion.recognised.headline);
      } else {
        expect(conversion.faults.length).toBeGreaterThan(0);
        for (const { wrong, right, line } of conversion.faults) {
          expect(`${wrong} ${right}`).not.toMatch(/undefined|\[object/);
          expect(line ?? 1).toBeGreaterThan(0);
        }
      }
    }),
    { numRuns: 9000 },
  );
  expect(written).toBeGreaterThan(300);
}, 120_000);
