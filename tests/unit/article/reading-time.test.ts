import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMinutes, readingMinutes } from '../../../src/article/reading-time.ts';

test.each([
  // 228 words per minute, of any length.
  ['en', 'a '.repeat(228), 1],
  ['en', 'harbour '.repeat(228 * 4), 4],
  ['en-GB', 'They’re well-known, don’t you think? '.repeat(100), 3],
  // 158 words per minute: these ten characters are five words.
  ['zh', '港口在清晨醒来渔船。'.repeat(158), 5],
  ['th', 'เรือประมงกลับมาช้าๆ '.repeat(184), 5],
  ['ru', 'слово '.repeat(184 * 2), 2],
  // Not measured: the mean.
  ['eo', 'vorto '.repeat(184 * 3), 3],
])('the reading time follows the speed of %s: %j', (language, text, minutes) => {
  expect(readingMinutes(text, language)).toBe(minutes);
});

test.each(['', ' ', '…—*', 'word'])('a short text takes a minute: %j', (text) => {
  expect(readingMinutes(text, 'en')).toBe(1);
});

test('numbers are words, and punctuation is not', () => {
  expect(readingMinutes('1847 '.repeat(228 * 2), 'en')).toBe(2);
  expect(readingMinutes('* — … '.repeat(228 * 2), 'en')).toBe(1);
});

test.each([
  ['en', 1, '1 minute'],
  ['en', 2, '2 minutes'],
  ['ru', 2, '2 минуты'],
  ['ru', 5, '5 минут'],
  ['fa', 12, '۱۲ دقیقه'],
  ['zh-Hans', 3, '3分钟'],
])('in %s, %d minutes are %s', (language, minutes, formatted) => {
  expect(formatMinutes(minutes, language)).toBe(formatted);
});

const pieces = fc.constantFrom(
  ...['a', 'Word', 'end.', 'What?!', 'a.b', 'co-op', "don't", 'e.g.,', '3.5', 'x2', '.', '…', ','],
  ...['\u0301', 'e\u0301', '字', 'ไทย', 'слово', '👩‍👩‍👧', '\u200D', '\u00A0', '\t', '\r', '_', '“so”'],
);
const texts = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', '\n', '', '  ')))
  .map((parts) => parts.flat().join(''));

test('the number of words is the one of Intl.Segmenter', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('en', 'th', 'zh'), (text, language) => {
      const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
      const words = [...segmenter.segment(`${text} `)].filter(({ isWordLike }) => isWordLike);
      // Repeated as often as there are words in a minute, a text takes as many minutes as it has
      // words.
      const rate = { en: 228, th: 184, zh: 158 }[language];
      const minutes = readingMinutes(`${text} `.repeat(rate), language);
      expect(minutes).toBe(Math.max(1, words.length));
    }),
  );
});
