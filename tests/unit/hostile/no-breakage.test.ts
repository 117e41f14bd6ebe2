import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { afterAll, describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../../src/content/yaml/read-front-matter.ts';
import { picturePath } from '../../../src/article/picture-path.ts';
import { describeProblems } from '../../../src/article/problem.ts';
import { articleSchema } from '../../../src/article/schema.ts';
import { checkSlug } from '../../../src/article/slug.ts';
import { validate } from '../../../src/content/yaml/validate.ts';
import { decodeText } from '../../../src/content/decode-text.ts';
import { LimitError } from '../../../src/markdown/limits.ts';
import { renderBody, renderInline } from '../../../src/markdown/render.ts';
import { FRONT_MATTER_POSITIONS } from '../../hostile/positions.ts';
import { readVectorSet } from '../../hostile/vectors.ts';
import { noteTried } from '../../tried.ts';

/** What a run is to try at least, all properties together. */
const ENOUGH_CASES = 20_000;

let cases = 0;

function count(more = 1): void {
  cases += more;
  noteTried({ cases: more });
}

afterAll(() => {
  expect(cases).toBeGreaterThanOrEqual(ENOUGH_CASES);
});

function property<Value>(
  arbitrary: fc.Arbitrary<Value>,
  numRuns: number,
  check: (value: Value) => void,
): void {
  fc.assert(
    fc.property(arbitrary, (value) => {
      count();
      check(value);
    }),
    { numRuns },
  );
}

/** Pieces of what Markdown, HTML and YAML are made of, in any order: more telling than letters. */
const fragments = [
  ...Array.from('*_`~[]()<>!#-+=|:\\"\'&;{}@$%^/ \n\t'),
  ...['**', '](', '![', '[^', ']: ', '```', '---', '\n\n', '    ', '> ', '- ', '1. ', '| ', '<!--'],
  ...[
    '-->',
    '<span lang="ru">',
    '</span>',
    '<br>',
    '<script>',
    '<mark>',
    '</mark>',
    '&lt;',
    '&#0;',
  ],
  ...['\u202E', '\u2028', '\uFEFF', '\u0001', '\uFFFD', '\uD800', '👍🏽', 'é', 'e\u0301', 'ا', '漢'],
  ...['javascript:', 'https://example.org', 'data:', '//', './a.png', 'a.md', 'word', 'Two words'],
  ...['__proto__', 'constructor', '__ASTRO_IMAGE_', '[^1]', '[^1]: ', '&name', '*name', '<<', '? '],
];
const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
);

const schema = articleSchema(picturePath);

/** Reads a file as the build does, and says what it would say of it. */
function read(text: string): string {
  const reading = readFrontMatter(text);
  if (!reading.ok) return describeProblems(reading.faults.map((f) => ({ file: 'a.md', ...f })));
  const validation = validate(schema, reading.value, 'a.md');
  return validation.ok ? '' : describeProblems(validation.problems);
}

/** HTML that a parser reads as it was written: nothing left open, nothing moved. */
function expectWhole(html: string): void {
  const complaints: string[] = [];
  fromHtml(html, {
    fragment: true,
    onerror: ({ ruleId }) => {
      complaints.push(String(ruleId));
    },
  });
  // Characters that text may not hold in HTML stand in it as they were written.
  const telling = complaints.filter((id) => !/character|surrogate|non-?void/i.test(id));
  expect(telling).toEqual([]);
}

describe('whatever stands in a file, reading it ends with data or with words', () => {
  test('any text as a whole file', () => {
    property(hostileText, 4000, (text) => {
      expect(read(text)).not.toMatch(/undefined|\[object/);
    });
  });

  test('any text as front matter', () => {
    property(hostileText, 5000, (text) => {
      expect(read(`---\n${text}\n---\nBody.`)).not.toMatch(/\[object/);
    });
  });

  test('any text as the value of any key, quoted', () => {
    property(
      fc.tuple(hostileText, fc.constantFrom(...FRONT_MATTER_POSITIONS)),
      4000,
      ([text, path]) => {
        const [key = '', inner] = path.split('.');
        const value = JSON.stringify(text);
        const line = inner === undefined ? `${key}: ${value}` : `${key}: { ${inner}: ${value} }`;
        read(`---\n${line}\n---\nBody.`);
      },
    );
  });

  test('any text as the name of any key', () => {
    property(hostileText, 1000, (text) => {
      const told = read(`---\nheadline: a\n${JSON.stringify(text)}: b\n---\nBody.`);
      expect(told).not.toBe('');
    });
  });

  test('any bytes', () => {
    property(fc.uint8Array({ maxLength: 200 }), 2000, (bytes) => {
      const decoded = decodeText(bytes);
      if (!decoded.ok) expect(decoded.fault.line).toBeGreaterThan(0);
    });
  });

  test('any text as a file name: refused, or an address', () => {
    property(hostileText, 2000, (name) => {
      if (!checkSlug(name)) expect(name).toMatch(/^[\p{L}\p{M}\p{N}\-_.]+$/u);
    });
  });
});

describe('whatever stands in a body, rendering it ends with whole HTML', () => {
  test('any text as a body', () => {
    property(hostileText, 4000, (text) => {
      expectWhole(renderBody(text.replaceAll('\0', ''), 'en').html.replaceAll('\0', ''));
    });
  });

  test('any text as a caption', () => {
    property(hostileText, 3000, (text) => {
      expectWhole(renderInline(text.replaceAll(/[\0\n\r]/g, ' ')));
    });
  });

  test('the deepest caption that fits', () => {
    for (const [open, close] of [
      ['*a **a ', ' a** a*'],
      ['[', '](b)'],
      ['<span>', '</span>'],
    ]) {
      const depth = Math.floor(2500 / (open ?? '').length);
      count();
      expectWhole(renderInline(`${open?.repeat(depth) ?? ''}a${close?.repeat(depth) ?? ''}`));
    }
  });
});

describe('the Big List of Naughty Strings', () => {
  const naughty = readVectorSet('naughty-strings');

  test.each(FRONT_MATTER_POSITIONS)('as %s', (name) => {
    const [key, inner] = name.split('.');
    for (const text of naughty) {
      count();
      const value = JSON.stringify(text);
      const told = read(
        inner === undefined
          ? `---\n${key ?? ''}: ${value}\n---\nBody.`
          : `---\nheadline: a\n${key ?? ''}: { ${inner}: ${value} }\n---\nBody.`,
      );
      expect(told).not.toMatch(/undefined\b(?!")|\[object/);
    }
  });

  test('as a body, a caption, a file name', () => {
    for (const text of naughty) {
      count(3);
      try {
        expectWhole(renderBody(text, 'en').html.replaceAll('\0', ''));
      } catch (error) {
        if (!(error instanceof LimitError)) throw error;
      }
      expectWhole(renderInline(text));
      checkSlug(text);
    }
  });
});

describe('YAML that is made to hurt', () => {
  test.each([
    [
      'an alias bomb',
      `a: &a [x]\n${'bcdefghij'
        .split('')
        .map(
          (k, i) =>
            `${k}: &${k} [${Array(9)
              .fill(`*${'abcdefghi'[i] ?? 'a'}`)
              .join(',')}]`,
        )
        .join('\n')}`,
    ],
    ['a merge key', 'base: &b { draft: "true" }\n<<: *b'],
    ['a __proto__ key', '__proto__: { draft: "true" }\nheadline: a'],
    ['a constructor key', 'constructor: { prototype: { draft: "true" } }\nheadline: a'],
    ['a tag that makes objects', 'headline: !!js/function "function () {}"'],
    ['a tag for a set', 'headline: !!set { a, b }'],
    ['10,000 levels', `headline: ${'['.repeat(10_000)}`],
    ['10,000 levels, closed', `headline: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    [
      '5,000 keys',
      Array.from({ length: 5000 }, (_, i) => `k${i}: v`)
        .join('\n')
        .slice(0, 29_000),
    ],
    ['100,000 keys', Array.from({ length: 100_000 }, (_, i) => `k${i}: v`).join('\n')],
  ])('%s is refused in words, in time', (_, yaml) => {
    count();
    const started = performance.now();
    const told = read(`---\n${yaml}\n---\nBody.`);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(told).toMatch(/^a\.md\n {2}line \d+/);
    expect(told.length).toBeLessThan(100_000_000);
    expect(Object.hasOwn(Object.prototype, 'draft')).toBe(false);
  });
});
