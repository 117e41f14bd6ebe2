import { expect, test } from 'vitest';
import { describeProblems, ProblemsError } from '../../../src/article/problem.ts';

test('problems are grouped by file and sorted by line', () => {
  const problems = [
    { file: 'b.md', line: 12, wrong: 'Zero.', right: 'Do it.' },
    { file: 'a.md', wrong: 'Two.', right: 'Do that:\nfirst line\nsecond line' },
    { file: 'b.md', line: 9, wrong: 'Three.', right: 'Do the other.' },
    { file: 'b.md', line: 4, key: 'image.alt', wrong: 'One.', right: 'Do this.' },
    { file: 'a.md', key: 'name', wrong: 'Four.', right: 'Do nothing.' },
  ];
  expect(describeProblems(problems)).toMatchInlineSnapshot(`
    "b.md
      line 4, image.alt: One.
        Do this.
      line 9: Three.
        Do the other.
      line 12: Zero.
        Do it.

    a.md
      Two.
        Do that:
        first line
        second line
      name: Four.
        Do nothing."
  `);
  expect(new ProblemsError(problems).message).toBe(describeProblems(problems));
});

test.each([
  ['a terminal sequence', '\u001B[2J', '\\u001b[2J'],
  ['a carriage return', 'a\rb', 'a\\u000db'],
  ['a line feed', 'a\n  line 1: b', 'a\\u000a  line 1: b'],
  ['a C1 control', '\u009B2J', '\\u009b2J'],
  ['DEL and NUL', '\u007F\0', '\\u007f\\u0000'],
  ['line and paragraph separators', '\u2028\u2029', '\\u2028\\u2029'],
  ['bidirectional overrides', '\u202Ea\u2066b\u2069', '\\u202ea\\u2066b\\u2069'],
  ['directional marks', '\u200Ea\u200Fb\u061Cc', '\\u200ea\\u200fb\\u061cc'],
  ['half of a surrogate pair', '\uD800a', '\\ud800a'],
  ['a byte order mark', '\uFEFFa', '\\ufeffa'],
])('%s is escaped in every field', (_, hostile, escaped) => {
  const description = describeProblems([
    { file: hostile, key: hostile, wrong: hostile, right: 'Right.' },
  ]);
  expect(description).toBe(`${escaped}\n  ${escaped}: ${escaped}\n    Right.`);
});

test('the advice keeps line feeds, and other control characters are escaped', () => {
  expect(describeProblems([{ file: 'a', wrong: 'b', right: 'c\n\u001Bd' }])).toBe(
    'a\n  b\n    c\n    \\u001bd',
  );
});

test('letters, quotation marks, emoji and combining marks are not escaped', () => {
  const text = 'Министерство “обороны” وزارة 🙂 e\u0301';
  expect(describeProblems([{ file: 'a', wrong: text, right: text }])).toBe(
    `a\n  ${text}\n    ${text}`,
  );
});

test('long texts are truncated', () => {
  const description = describeProblems([{ file: 'a', wrong: 'b'.repeat(10_000), right: 'c' }]);
  expect(description.length).toBeLessThan(600);
  expect(description).toContain('b…');
});
