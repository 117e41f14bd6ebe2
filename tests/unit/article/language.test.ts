import { expect, test } from 'vitest';
import { canonicalLanguage, directionOf } from '../../../src/article/language.ts';

test.each([
  ['en', 'en'],
  ['EN-us', 'en-US'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['iw', 'he'],
  ['und', 'und'],
  ['en-u-ca-buddhist', 'en-u-ca-buddhist'],
])('the canonical form of %s is %s', (tag, canonical) => {
  expect(canonicalLanguage(tag)).toBe(canonical);
});

test.each(['', 'e', 'english', 'engl', 'en_US', 'en-', '-en', 'x-a', 'русский', 'en US', 'en\n'])(
  '%j is not a language tag',
  (tag) => {
    expect(canonicalLanguage(tag)).toBeUndefined();
  },
);

test.each([
  ['en', 'ltr'],
  ['ru', 'ltr'],
  ['zh-Hans', 'ltr'],
  ['und', 'ltr'],
  ['zxx', 'ltr'],
  ['ar', 'rtl'],
  ['fa-IR', 'rtl'],
  ['he', 'rtl'],
  ['ur', 'rtl'],
  ['dv', 'rtl'],
  ['yi', 'rtl'],
  ['ckb', 'rtl'],
  ['az', 'ltr'],
  ['az-Arab', 'rtl'],
  ['ar-Latn', 'ltr'],
])('%s is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
