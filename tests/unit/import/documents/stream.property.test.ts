import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileInMemory } from '../../../../src/import/containers/sliced-file.ts';
import { streamJson } from '../../../../src/import/containers/stream-json.ts';
import { convert } from '../../../../src/import/convert.ts';
import { FormatError } from '../../../../src/import/document/format-error.ts';
import { noteTried } from '../../../tried.ts';

/** The same documents in each run. */
const SEED = 18;

/** Pieces as files are read in: all have the same memory. */
function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  const piece = new Uint8Array(size);
  for (let start = 0; start < bytes.length; start += size) {
    const part = bytes.subarray(start, start + size);
    piece.set(part);
    yield piece.subarray(0, part.length);
  }
}

function itemsOf(bytes: Uint8Array, size: number): unknown[] {
  const file = { chunks: () => pieces(bytes, size) };
  return Array.from(streamJson(file, ['$.items.*']), ({ value }) => value);
}

/** The parser may lose them: see `streamJson`. */
const withoutMarks = (text: string): string => text.replaceAll('\uFEFF', '');

const json = fc
  .tuple(
    fc.array(fc.jsonValue({ stringUnit: 'binary' }), { maxLength: 5 }),
    fc.jsonValue(),
    fc.constantFrom('', ' ', '\n\t'),
    fc.boolean(),
  )
  .map(([items, about, space, isAscii]) => {
    const text = withoutMarks(JSON.stringify({ about, items }, null, space));
    return isAscii
      ? text.replaceAll(
          /[\u0080-\uFFFF]/g,
          (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
        )
      : text;
  });
/** The first piece has the byte order mark. */
const size = fc.integer({ min: 3, max: 40 });

test('JSON that is read piece by piece is what JSON.parse reads', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(json, size, fc.constantFrom('utf8', 'utf16le'), (text, length, encoding) => {
      noteTried({ cases: 1 });
      // A lone surrogate is not in a file.
      fc.pre(text.isWellFormed());
      const bytes = Buffer.from(`\uFEFF${text}`, encoding);
      const { items } = JSON.parse(text) as { items: unknown[] }; // Made above.
      expect(itemsOf(bytes, length)).toStrictEqual(items);
    }),
    { numRuns: 300, seed: SEED },
  );
});

test('JSON that JSON.parse refuses is refused', () => {
  expect.hasAssertions();
  const change = fc.tuple(
    fc.nat(),
    fc.nat(2),
    fc.constantFrom('', ...Array.from('{}[],:"\\0-.eut\n\u0001x ')),
  );
  fc.assert(
    fc.property(json, change, size, (text, [place, removed, added], length) => {
      noteTried({ cases: 1 });
      fc.pre(text.isWellFormed());
      const at = place % (text.length + 1);
      const broken = text.slice(0, at) + added + text.slice(at + removed);
      fc.pre(broken.isWellFormed());
      let isValid = true;
      try {
        JSON.parse(broken);
      } catch {
        isValid = false;
      }
      const read = (): unknown => itemsOf(Buffer.from(broken), length);
      if (isValid) expect(read).not.toThrow();
      else expect(read).toThrow(FormatError);
    }),
    { numRuns: 1000, seed: SEED },
  );
});

const FIXTURES = 'tests/fixtures/import-documents';
const EXPORTS = readdirSync(FIXTURES)
  .filter((name) => /^(?:feed|ghost|wordpress|blogger)/.test(name))
  .map((name) => {
    const input = readdirSync(`${FIXTURES}/${name}`).find((file) => file.startsWith('input.'));
    return [name, `${FIXTURES}/${name}/${input ?? ''}`] as const;
  });

test.each(EXPORTS)('the articles of %s do not depend on where its pieces end', (_, file) => {
  expect.hasAssertions();
  const bytes = readFileSync(file);
  const articles = (length: number) => [
    ...convert(
      {
        ...fileInMemory(bytes),
        chunks: () => pieces(bytes, length),
        name: file,
        readBeside: () => undefined,
      },
      { standfirst: false, publicationLanguage: 'en' },
    ),
  ];
  const whole = articles(bytes.length);
  fc.assert(
    // The first piece has the XML declaration.
    fc.property(fc.integer({ min: 200, max: 240 }), (length) => {
      noteTried({ cases: 1 });
      expect(articles(length)).toStrictEqual(whole);
    }),
    { numRuns: 4, seed: SEED },
  );
});
