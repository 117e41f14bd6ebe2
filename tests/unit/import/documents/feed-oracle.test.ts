import { readFileSync } from 'node:fs';
import { parseFeed } from '@rowanmanning/feed-parser';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { FileConversion } from '../../../../src/import/convert-file.ts';
import { escapeHtml } from '../../../../src/import/containers/xml-to-html.ts';
import { noteTried } from '../../../tried.ts';
import { convertInput } from './convert-input.ts';
import { fragment } from './html-fragments.ts';
import { plantSentinels } from './sentinels.ts';

/*
 * `@rowanmanning/feed-parser` and linkedom share no code with the import of feeds.
 */

const FIXTURES = 'tests/fixtures/import-documents';

test.each(['feed-rss/input.rss', 'feed-rss1/input.xml', 'feed-atom/input.atom'])(
  'feed-parser finds the same articles in %s',
  (file) => {
    const bytes = readFileSync(`${FIXTURES}/${file}`);
    const encoding = file.includes('rss1') ? 'latin1' : 'utf8';
    // It only knows the usual prefix.
    const { items } = parseFeed(
      bytes.toString(encoding).replaceAll(/\bc:(?=encoded)/g, 'content:'),
    );
    expect(convertInput(bytes, file).map(describe)).toEqual(
      items.map(({ title, authors, published, description, content }) => ({
        headline: textOf(title),
        byline: authors.map(({ name }) => name),
        published: published?.getTime(),
        text: letters(textOf(content ?? description)),
      })),
    );
  },
);

function describe(conversion: FileConversion) {
  if (!('ok' in conversion) || !conversion.ok) throw new Error(JSON.stringify(conversion));
  const { headline, byline, published } = conversion.recognised;
  return {
    // It does not tell whether a title is text or HTML.
    headline: textOf(headline),
    byline,
    published: published === undefined ? undefined : Date.parse(published),
    text: letters(bodyTexts(conversion).join('')),
  };
}

/** The texts that are in the body, or the hidden ones, buttons and the like of it. */
function bodyTexts({ ledger = [] }: FileConversion): string[] {
  return ledger
    .filter(({ kind, place }) => kind === 'text' && !/^data\b/.test(place))
    .map(({ value }) => value);
}

function textOf(html: string | null): string {
  return parseHTML(`<html><body>${html ?? ''}</body></html>`).document.body.textContent;
}

function letters(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

test('feed-parser finds the same words in the texts of generated feeds', () => {
  const html = fc
    .sample(fragment, { numRuns: 100, seed: 18 })
    .map((one) => plantSentinels(one).text);
  noteTried({ cases: html.length });
  const feed = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>F</title>${html
    .map(
      (text) =>
        `<item><title>T</title><content:encoded>${escapeHtml(text)}</content:encoded></item>`,
    )
    .join('')}</channel></rss>`;
  const conversions = convertInput(feed, 'a.xml', { acceptOmissions: true });
  const found = parseFeed(feed).items.map(({ content }) => wordsOf(content ?? ''));
  expect(
    conversions.map(({ ledger = [] }) => ledger.flatMap(({ value }) => wordsOf(value))),
  ).toEqual(found);
  expect(found.flat().length).toBeGreaterThan(900);
});

function wordsOf(text: string): string[] {
  return text.match(/s\d+z/g) ?? [];
}
