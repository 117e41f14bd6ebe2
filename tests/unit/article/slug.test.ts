import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOfSlug, slugFrom, slugKey } from '../../../src/article/slug.ts';

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
  ['‘Strengthening’ Ties: Iran & Russia', 'strengthening-ties-iran-russia'],
  ['Россия и Иран: переговоры', 'россия-и-иран-переговоры'],
  ['روسيا وإيران', 'روسيا-وإيران'],
  ['می‌خواهم بروم', 'می-خواهم-بروم'],
  ['港口的清晨', '港口的清晨'],
  ['रक्षा मंत्री', 'रक्षा-मंत्री'],
  ['co\u00ADoperation', 'cooperation'],
  ['Don’t panic', 'dont-panic'],
  ['../../etc/passwd', 'etc-passwd'],
  ['İstanbul', 'istanbul'],
  ['CON', 'con-article'],
  ['com¹', 'com¹-article'],
  ['Index', 'index-article'],
  ['🎉❤️ — !', ''],
  ['  ', ''],
])('the words %j give the address %j', (words, slug) => {
  expect(slugFrom(words)).toBe(slug);
});

test.each([
  ['tr', 'İSTANBUL IŞIK', 'istanbul-ışık'],
  ['az', 'IQ', 'ıq'],
  ['lt', 'Ì', 'ì'],
  ['en', 'IRAN', 'iran'],
])('in %s, the words %s give the address %s', (language, words, slug) => {
  expect(slugFrom(words, { language })).toBe(slug);
});

test('a long address ends where a word ends', () => {
  const slug = slugFrom('one two three four five '.repeat(20));
  expect(slug).toMatch(/^(?:one|two|three|four|five)(?:-(?:one|two|three|four|five))*$/);
  expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(80);
  expect(Buffer.byteLength(slug)).toBeGreaterThan(70);
});

test('a long address in a script without spaces is cut between letters, with their marks', () => {
  expect(slugFrom('港'.repeat(100))).toBe('港'.repeat(26));
  // Six bytes each: the 75th falls between the letter and its mark.
  expect(slugFrom('रि'.repeat(40), { maxBytes: 75 })).toBe('रि'.repeat(12));
});

test('a name that is not to be had alone is none after shortening either', () => {
  expect(slugFrom(`Con ${'x'.repeat(90)}`)).toBe('con-article');
  expect(slugFrom('con', { maxBytes: 10 })).toBe('co');
});

test('whatever the words are, their address is one that every host and file system can hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(76), (words, spare) => {
      const slug = slugFrom(words, { maxBytes: 80 - spare });
      if (slug === '') return;
      expect(faultOfSlug(slug)).toBeUndefined();
      expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(80 - spare);
    }),
    { numRuns: 5000 },
  );
});

test('addresses that differ in capitals or in normalization have one key', () => {
  expect(slugKey('Étude')).toBe(slugKey('e\u0301tude'));
  expect(slugKey('straße')).toBe(slugKey('STRASSE'));
  expect(slugKey('a')).not.toBe(slugKey('b'));
});
