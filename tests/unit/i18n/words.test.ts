import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wordsFor, type Words } from '../../../src/i18n/words.ts';

const spoken = ['ar', 'de', 'en', 'es', 'fa', 'fr', 'hi', 'pt', 'ru', 'tr', 'uk', 'zh', 'zh-Hant'];

function sentencesOf(words: Words): [string, string][] {
  return Object.entries({ ...words });
}

/** The places in a sentence that are filled later: `{n}`. */
function gapsOf(words: Words): string[] {
  return sentencesOf(words).flatMap(([key, sentence]) =>
    [...sentence.matchAll(/\{\w+\}/g)].map(([gap]) => `${key} ${gap}`).sort(),
  );
}

test.each(spoken)('%s says everything, with the gaps that English has', (language) => {
  const words = wordsFor(language);
  expect(new Intl.Locale(words.language).language).toBe(new Intl.Locale(language).language);
  expect(gapsOf(words)).toEqual(gapsOf(wordsFor('en')));
  for (const [key, sentence] of sentencesOf(words)) {
    expect(sentence, key).toMatch(/\S/);
    expect(sentence, key).toBe(sentence.trim().normalize('NFC'));
  }
});

test('every word is used', () => {
  const sources = globSync('src/**/*.{astro,ts}').map((file) => readFileSync(file, 'utf8'));
  // As in `words.search` or `wordsFor(language).search`.
  const used = sources.join('\n').matchAll(/\bwords(?:For\([^)]*\))?\.(\w+)/g);
  const keys = new Set([...used].map(([, key]) => key));
  expect(Object.keys(wordsFor('en')).filter((key) => !keys.has(key))).toEqual([]);
});

test('no two languages share a table by mistake', () => {
  const tables = new Set(spoken.map((language) => wordsFor(language)));
  expect(tables.size).toBe(spoken.length);
});

test.each([
  ['pt-BR', 'pt'],
  ['en-GB', 'en'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-CN', 'zh-Hans'],
  ['fa-AF', 'fa'],
  // Not spoken yet.
  ['eo', 'en'],
  ['und', 'en'],
])('an article in %s is told in %s', (language, spokenAs) => {
  expect(wordsFor(language).language).toBe(spokenAs);
});
