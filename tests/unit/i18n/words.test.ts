import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wordsFor, type Words } from '../../../src/i18n/words.ts';

const tags = ['ar', 'de', 'en', 'es', 'fa', 'fr', 'hi', 'pt', 'ru', 'tr', 'uk', 'zh', 'zh-Hant'];

function textsOf(words: Words): [string, string][] {
  return Object.entries({ ...words });
}

/** The placeholders of all texts, for example `{n}`. */
function placeholdersOf(words: Words): string[] {
  return textsOf(words).flatMap(([key, text]) =>
    [...text.matchAll(/\{\w+\}/g)].map(([placeholder]) => `${key} ${placeholder}`).sort(),
  );
}

test.each(tags)('%s has every text, with the placeholders of English', (language) => {
  const words = wordsFor(language);
  expect(new Intl.Locale(words.language).language).toBe(new Intl.Locale(language).language);
  expect(placeholdersOf(words)).toEqual(placeholdersOf(wordsFor('en')));
  for (const [key, text] of textsOf(words)) {
    expect(text, key).toMatch(/\S/);
    expect(text, key).toBe(text.trim().normalize('NFC'));
  }
});

test('every text is used', () => {
  const sources = globSync('src/**/*.{astro,ts}').map((file) => readFileSync(file, 'utf8'));
  // As in `words.search` or `wordsFor(language).search`.
  const used = sources.join('\n').matchAll(/\bwords(?:For\([^)]*\))?\.(\w+)/g);
  const keys = new Set([...used].map(([, key]) => key));
  expect(Object.keys(wordsFor('en')).filter((key) => !keys.has(key))).toEqual([]);
});

test('every language has texts of its own', () => {
  const tables = new Set(tags.map((language) => wordsFor(language)));
  expect(tables.size).toBe(tags.length);
});

test.each([
  ['pt-BR', 'pt'],
  ['en-GB', 'en'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-CN', 'zh-Hans'],
  ['fa-AF', 'fa'],
  // Without a translation.
  ['eo', 'en'],
  ['und', 'en'],
])('the interface of an article in %s is in %s', (language, expected) => {
  expect(wordsFor(language).language).toBe(expected);
});
