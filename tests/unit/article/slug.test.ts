import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOfSlug, slugFrom, slugKey } from '../../../src/article/slug.ts';

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
  ['CON', 'con-article'],
  ['com¹', 'com¹-article'],
  ['Index', 'index-article'],
  ['🎉❤️ — !', ''],
  ['  ', ''],
])('the words %j give the address %j', (words, slug) => {
  expect(slugFrom(words)).toBe(slug);
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
  expect(slugFrom('रि'.repeat(40), 75)).toBe('रि'.repeat(12));
});

test('whatever the words are, their address is one that every host and file system can hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(76), (words, spare) => {
      const slug = slugFrom(words, 80 - spare);
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
