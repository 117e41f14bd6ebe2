import { expect, test } from 'vitest';
import { joinsLetters, usesIdeographs } from '../../../src/article/writing-system.ts';

test.each([
  ['zh', true, false],
  ['zh-TW', true, false],
  ['ja', true, false],
  // Hangul has spaces between words.
  ['ko', false, false],
  ['fa', false, true],
  ['ar-EG', false, true],
  ['pa-PK', false, true],
  ['pa', false, false],
  ['he', false, false],
  ['en', false, false],
])('%s: ideographs %s, joined letters %s', (language, ideographs, joined) => {
  expect(usesIdeographs(language)).toBe(ideographs);
  expect(joinsLetters(language)).toBe(joined);
});
