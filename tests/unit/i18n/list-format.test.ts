import { expect, test } from 'vitest';
import { listFormat } from '../../../src/i18n/list-format.ts';

test.each([
  ['en', 'A, B, C'],
  ['de', 'A, B und C'],
  ['zh', 'A、B、C'],
  ['zh-Hant', 'A、B、C'],
  ['ja', 'A、B、C'],
  ['ko', 'A, B, C'],
  ['ru', 'A, B, C'],
  ['tr', 'A, B, C'],
])('names in %s are separated: %s', (language, list) => {
  const names = ['A', 'B', 'C'];
  expect(listFormat(language).format(names)).toBe(list);
  const parts = listFormat(language).formatToParts(names);
  expect(parts.map(({ value }) => value).join('')).toBe(list);
});
