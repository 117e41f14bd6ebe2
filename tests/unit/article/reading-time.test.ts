import { expect, test } from 'vitest';
import { minutesInWords, readingMinutes } from '../../../src/article/reading-time.ts';

test.each([
  // Words of one letter to twelve, at 228 a minute.
  ['en', 'a '.repeat(228), 1],
  ['en', 'harbour '.repeat(228 * 4), 4],
  ['en-GB', 'They’re well-known, don’t you think? '.repeat(100), 3],
  // 158 words a minute; these ten characters are five words.
  ['zh', '港口在清晨醒来渔船。'.repeat(158), 5],
  ['th', 'เรือประมงกลับมาช้าๆ '.repeat(184), 5],
  ['ru', 'слово '.repeat(184 * 2), 2],
  // Not measured by anyone: the mean of those that were.
  ['eo', 'vorto '.repeat(184 * 3), 3],
])('in %s, a text of %j… takes its time', (language, text, minutes) => {
  expect(readingMinutes(text, language)).toBe(minutes);
});

test.each(['', ' ', '…—*', 'word'])('the shortest text (%j) takes a minute', (text) => {
  expect(readingMinutes(text, 'en')).toBe(1);
});

test('numbers count, signs do not', () => {
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
])('in %s, %d is %s', (language, minutes, words) => {
  expect(minutesInWords(minutes, language)).toBe(words);
});
