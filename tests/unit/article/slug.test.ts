import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOfSlug, slugFrom } from '../../../src/article/slug.ts';

describe('an address may be', () => {
  test.each([
    ...[
      'a',
      'treaty-signed',
      'A',
      '2023',
      'v1.0',
      'a.b.c',
      'a_b',
      'итог-года',
      '港口的清晨',
      'बातचीत',
    ],
    ...['naïve', 'con-men', 'common', 'index-of-things', 'nulla', 'a--b'],
  ])('%s', (slug) => {
    expect(faultOfSlug(slug)).toBeUndefined();
  });
});

describe('an address is not', () => {
  test.each([
    ...['', '-a', 'a-', '.a', 'a.', '_a', 'a b', 'h#x', 'q?x', '%', '%41', 'a/b', 'a\\b', 'a:b'],
    ...['a*', '"a"', '<a>', 'a|b', "it's", 'a&b', 'a+b', 'a,b', '(a)', 'a\nb', 'a\0', 'a\u200Bb'],
    ...[
      '\u202Ea',
      '💥',
      'con',
      'NUL',
      'aux.b',
      'COM1',
      'lpt9',
      'index',
      'e\u0301',
      'a'.repeat(201),
    ],
    ...['字'.repeat(67)],
  ])('%j', (slug) => {
    expect(faultOfSlug(slug)).toBeDefined();
  });
});

test('what is wrong with an address is told', () => {
  const told = ['h#x', '%', 'con', 'index', 'e\u0301', 'a'.repeat(201)].map((slug) => {
    const fault = faultOfSlug(slug);
    return `${fault?.wrong ?? ''} ${fault?.right ?? ''}`;
  });
  expect(told).toMatchInlineSnapshot(`
    [
      "The name holds characters that an address cannot hold everywhere. Use letters, digits and hyphens: h-x",
      "The name holds characters that an address cannot hold everywhere. Use letters, digits and hyphens.",
      "Windows keeps the name "con" for itself. Choose another name.",
      "An article cannot be named "index": that is the page of the whole folder. Choose another name.",
      "The name is written with combining characters that file systems treat differently. Write it in Unicode normalization form C.",
      "The name is 201 bytes long; some file systems end at 255. Shorten it to 200 bytes.",
    ]
  `);
});

test.each([
  ['Russian Defense Minister, ‘Strengthening Ties’', 'russian-defense-minister-strengthening-ties'],
  ["Russia’s partner isn't", 'russias-partner-isnt'],
  ['Министр обороны: «Да»', 'министр-обороны-да'],
  ['港口的清晨', '港口的清晨'],
  ['  --a  b--  ', 'a-b'],
  ['E\u0301tat', 'état'],
  ['İstanbul', 'i̇stanbul'],
  ['50 % & more', '50-more'],
  ['!!! 💥', ''],
  ['', ''],
])('the words %j make the address %j', (words, slug) => {
  expect(slugFrom(words)).toBe(slug);
});

test('a long address ends at a word, a long word at a character', () => {
  expect(slugFrom('one two three', 8)).toBe('one-two');
  expect(slugFrom('one two three', 7)).toBe('one-two');
  expect(slugFrom('one two three', 6)).toBe('one');
  expect(slugFrom('港口的清晨', 10)).toBe('港口的');
  expect(slugFrom('слово', 5)).toBe('сл');
});

test('whatever the words, the address they make is one, or a name that is taken, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (words) => {
      const slug = slugFrom(words);
      expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(80);
      if (slug !== '') expect(faultOfSlug(slug)?.wrong ?? 'index').toMatch(/index|Windows/);
      expect(slugFrom(slug)).toBe(slug);
    }),
  );
});
