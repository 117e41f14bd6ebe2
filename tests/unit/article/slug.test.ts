import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSlug, slugFrom, slugKey } from '../../../src/article/slug.ts';

describe('a valid slug', () => {
  test.each([
    ...'a treaty-signed A 2023 v1.0 a.b.c a_b a--b naïve итог-года 港口的清晨 बातचीत'.split(' '),
    ...'con-men common index-of-things nulla'.split(' '),
  ])('%s', (slug) => {
    expect(checkSlug(slug)).toBeUndefined();
  });
});

describe('an invalid slug', () => {
  test.each([
    ...'-a a- .a a. _a h#x q?x % %41 a/b a\\b a:b a* "a" <a> a|b'.split(' '),
    ...`it's a&b a+b a,b (a) 💥`.split(' '),
    ...'con NUL aux.b COM1 lpt9 index a\0 a\u200Bb \u202Ea e\u0301'.split(' '),
    ...['', 'a b', 'a\nb', 'a'.repeat(201), '字'.repeat(67)],
  ])('%j', (slug) => {
    expect(checkSlug(slug)).toBeDefined();
  });
});

test('faults say what is wrong with a slug', () => {
  const faults = ['h#x', '%', 'con', 'index', 'e\u0301', 'a'.repeat(201)].map((slug) => {
    const fault = checkSlug(slug);
    return `${fault?.wrong ?? ''} ${fault?.right ?? ''}`;
  });
  expect(faults).toMatchInlineSnapshot(`
    [
      "The name contains characters that do not work in every address. Use letters, digits and hyphens: h-x",
      "The name contains characters that do not work in every address. Use letters, digits and hyphens.",
      "Windows reserves the name "con". Choose another name.",
      "An article cannot be named "index", because index.html is the page of a folder. Choose another name.",
      "The name has combining characters, which file systems treat differently. Write it in Unicode normalization form C.",
      "The name is 201 bytes long. The limit is 200. Shorten the name.",
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
])('the slug of %j is %j', (text, slug) => {
  expect(slugFrom(text)).toBe(slug);
});

test.each([
  ['tr', 'İSTANBUL IŞIK', 'istanbul-ışık'],
  ['az', 'IQ', 'ıq'],
  ['lt', 'Ì', 'ì'],
  ['en', 'IRAN', 'iran'],
])('in %s, the slug of %s is %s', (language, text, slug) => {
  expect(slugFrom(text, { language })).toBe(slug);
});

test('a long slug is truncated between words', () => {
  const slug = slugFrom('one two three four five '.repeat(20));
  expect(slug).toMatch(/^(?:one|two|three|four|five)(?:-(?:one|two|three|four|five))*$/);
  expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(80);
  expect(Buffer.byteLength(slug)).toBeGreaterThan(70);
});

test('a long slug without spaces is truncated between letters with their marks', () => {
  expect(slugFrom('港'.repeat(100))).toBe('港'.repeat(26));
  // A letter and a mark, three bytes each: 75 bytes end between them.
  expect(slugFrom('रि'.repeat(40), { maxBytes: 75 })).toBe('रि'.repeat(12));
});

test('a reserved name gets a suffix, or loses a letter if there is no space', () => {
  expect(slugFrom(`Con ${'x'.repeat(90)}`)).toBe('con-article');
  expect(slugFrom('con', { maxBytes: 10 })).toBe('co');
});

test('the slug of any text is valid', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(76), (text, spare) => {
      const slug = slugFrom(text, { maxBytes: 80 - spare });
      if (slug === '') return;
      expect(checkSlug(slug)).toBeUndefined();
      expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(80 - spare);
    }),
    { numRuns: 5000 },
  );
});

test('slugs that differ only in case or normalization have the same key', () => {
  expect(slugKey('Étude')).toBe(slugKey('e\u0301tude'));
  expect(slugKey('straße')).toBe(slugKey('STRASSE'));
  expect(slugKey('a')).not.toBe(slugKey('b'));
});
