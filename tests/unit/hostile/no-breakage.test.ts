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

/** The least number of cases of all tests together. */
const LEAST_CASES = 20_000;

let cases = 0;

function count(more = 1): void {
  cases += more;
  noteTried({ cases: more });
}

afterAll(() => {
  expect(cases).toBeGreaterThanOrEqual(LEAST_CASES);
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

/** Fragments of Markdown, HTML and YAML: they find more faults than random letters. */
const fragments = [
  ...Array.from('*_`~[]()<>!#-+=|:\\"\'&;{}@$%^/ \n\téا漢\u202E\u2028\uFEFF\u0001\uFFFD'),
  ...'** ]( ![ [^ [^1] ``` --- <!-- --> <br> <script> <mark> </mark> </span> &lt; &#0;'.split(' '),
  ...'javascript: https://example.org data: // ./a.png a.md __proto__ constructor'.split(' '),
  ...'__ASTRO_IMAGE_ &name *name << word 👍🏽 e\u0301 \uD800'.split(' '),
  ...[']: ', '[^1]: ', '\n\n', '    ', '> ', '- ', '1. ', '| ', '? ', 'Two words'],
  '<span lang="ru">',
];
const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
);

const schema = articleSchema(picturePath);

/** Reads a file as the build does, and returns the messages it prints. */
function read(text: string): string {
  const reading = readFrontMatter(text);
  if (!reading.ok) return describeProblems(reading.faults.map((f) => ({ file: 'a.md', ...f })));
  const validation = validate(schema, reading.value, 'a.md');
  return validation.ok ? '' : describeProblems(validation.problems);
}

/** Expects HTML without parse errors, so that a parser neither closes nor moves elements. */
function expectValid(html: string): void {
  const errors: string[] = [];
  fromHtml(html, {
    fragment: true,
    onerror: ({ ruleId }) => {
      errors.push(String(ruleId));
    },
  });
  // Characters that HTML doesn't allow are kept as they were written.
  const relevant = errors.filter((id) => !/character|surrogate|non-?void/i.test(id));
  expect(relevant).toEqual([]);
}

describe('reading a file returns data or messages', () => {
  test('for any text as a file', () => {
    property(hostileText, 4000, (text) => {
      expect(read(text)).not.toMatch(/undefined|\[object/);
    });
  });

  test('for any text as front matter', () => {
    property(hostileText, 5000, (text) => {
      expect(read(`---\n${text}\n---\nBody.`)).not.toMatch(/\[object/);
    });
  });

  test('for any text as a quoted value of any key', () => {
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

  test('for any text as a key', () => {
    property(hostileText, 1000, (text) => {
      const messages = read(`---\nheadline: a\n${JSON.stringify(text)}: b\n---\nBody.`);
      expect(messages).not.toBe('');
    });
  });

  test('for any bytes', () => {
    property(fc.uint8Array({ maxLength: 200 }), 2000, (bytes) => {
      const decoded = decodeText(bytes);
      if (!decoded.ok) expect(decoded.fault.line).toBeGreaterThan(0);
    });
  });

  test('for any text as a file name', () => {
    property(hostileText, 2000, (name) => {
      if (!checkSlug(name)) expect(name).toMatch(/^[\p{L}\p{M}\p{N}\-_.]+$/u);
    });
  });
});

describe('rendering returns HTML without parse errors', () => {
  test('for any text as a body', () => {
    property(hostileText, 4000, (text) => {
      expectValid(renderBody(text.replaceAll('\0', ''), 'en').html.replaceAll('\0', ''));
    });
  });

  test('for any text as a caption', () => {
    property(hostileText, 3000, (text) => {
      expectValid(renderInline(text.replaceAll(/[\0\n\r]/g, ' ')));
    });
  });

  test('for the deepest nesting allowed in a caption', () => {
    for (const [open, close] of [
      ['*a **a ', ' a** a*'],
      ['[', '](b)'],
      ['<span>', '</span>'],
    ]) {
      const depth = Math.floor(2500 / (open ?? '').length);
      count();
      expectValid(renderInline(`${open?.repeat(depth) ?? ''}a${close?.repeat(depth) ?? ''}`));
    }
  });
});

describe('every naughty string', () => {
  const naughty = readVectorSet('naughty-strings');

  test.each(FRONT_MATTER_POSITIONS)('as %s returns data or messages', (name) => {
    const [key, inner] = name.split('.');
    for (const text of naughty) {
      count();
      const value = JSON.stringify(text);
      const messages = read(
        inner === undefined
          ? `---\n${key ?? ''}: ${value}\n---\nBody.`
          : `---\nheadline: a\n${key ?? ''}: { ${inner}: ${value} }\n---\nBody.`,
      );
      expect(messages).not.toMatch(/undefined\b(?!")|\[object/);
    }
  });

  test('as a body and a caption renders without parse errors', () => {
    for (const text of naughty) {
      count(3);
      try {
        expectValid(renderBody(text, 'en').html.replaceAll('\0', ''));
      } catch (error) {
        if (!(error instanceof LimitError)) throw error;
      }
      expectValid(renderInline(text));
      checkSlug(text);
    }
  });
});

describe('malicious YAML', () => {
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
    ['a tag that creates objects', 'headline: !!js/function "function () {}"'],
    ['a tag for a set', 'headline: !!set { a, b }'],
    ['10,000 levels', `headline: ${'['.repeat(10_000)}`],
    ['10,000 closed levels', `headline: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    [
      '5,000 keys',
      Array.from({ length: 5000 }, (_, i) => `k${i}: v`)
        .join('\n')
        .slice(0, 29_000),
    ],
    ['100,000 keys', Array.from({ length: 100_000 }, (_, i) => `k${i}: v`).join('\n')],
  ])('%s is refused with a message within five seconds', (_, yaml) => {
    count();
    const started = performance.now();
    const messages = read(`---\n${yaml}\n---\nBody.`);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(messages).toMatch(/^a\.md\n {2}line \d+/);
    expect(messages.length).toBeLessThan(100_000_000);
    expect(Object.hasOwn(Object.prototype, 'draft')).toBe(false);
  });
});
