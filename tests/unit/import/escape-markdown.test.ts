import { expect, test } from 'vitest';
import { escapeMarkdown } from '../../../src/import/markdown/escape-markdown.ts';

test.each([
  'Daesh* and al-Qaeda** and Taliban***',
  'snake_case_name, 2 * 3 * 4, AT&T, a < b, [sic], 1.5, #1, ~30, $5–$6 (net), @a_b',
  'See HTTPS://X.Y/[a]',
  String.raw`C:\dir and a\b`,
  '#a',
  '1.a',
  'a\n2. b',
  '<<<<<<<a, <<<<<<<<',
])('%j stays as it is: Markdown reads nothing in it as syntax', (text) => {
  expect(escapeMarkdown(text, 'body')).toBe(text);
});

test.each([
  ['a *b* **c** _d_', String.raw`a \*b\* \*\*c\*\* \_d\_`],
  ['a *___* b _**_', String.raw`a \*\_\_\_\* b \_\*\*\_`],
  ['[a](b) ![c](d)', String.raw`\[a]\(b) !\[c]\(d)`],
  [String.raw`<b> &amp; \*`, String.raw`\<b> \&amp; \\\*`],
  ['`a *b* c`', String.raw`\`a \*b\* c\``],
  ['# a', String.raw`\# a`],
  ['1. a', String.raw`1\. a`],
  ['a\n1. b', 'a\n1\\. b'],
  ['a\n===', 'a\n\\==='],
  ['a | b\n--|--', 'a | b\n\\--|--'],
  ['<073plan@a.org>', String.raw`\<073plan\@a\.org\>`],
  ['a <!-- b', String.raw`a \<!-- b`],
  ['a <!-- b --> c', String.raw`a \<!-- b --> c`],
  ['<<<<<<< HEAD', String.raw`\<\<\<\<\<\<\< HEAD`],
  ['a\n<<<<<<<\nb', String.raw`a${'\n'}\<\<\<\<\<\<\<${'\n'}b`],
  ['a\n[//]: # (b)', 'a\n\\[//]: # (b)'],
  ['a {# b #} %% c', String.raw`a \{\# b \#\} \%\% c`],
  ['[b c]: #', String.raw`\[b c]: #`],
  ['\uFEFFa', '&#xFEFF;a'],
])('%j is escaped', (text, markdown) => {
  expect(escapeMarkdown(text, 'body')).toBe(markdown);
});

test('a caption has no blocks: the start of a line stays as it is', () => {
  expect(escapeMarkdown('1. Photo', 'inline')).toBe('1. Photo');
  expect(escapeMarkdown('*Photo*', 'inline')).toBe(String.raw`\*Photo\*`);
  expect(escapeMarkdown('a <!-- b', 'inline')).toBe(String.raw`a \<!-- b`);
});

test('escaping a text of nothing but syntax takes time in proportion to its length', () => {
  for (const unit of ['*a* ', '[a](b) ', '~~a', '`` ` ', '<a ', '&amp;', '![', '\\', '> ', '1. ']) {
    const started = performance.now();
    escapeMarkdown(unit.repeat(100_000), 'body');
    // Quadratic time would be minutes; this leaves room for a busy machine.
    expect(performance.now() - started, unit).toBeLessThan(5000);
  }
});

// The longest that are parsed.
test.each(['> ', '1. ', '- - ', '*a ', '[[', '|a\n|-\n', '[a]: b\n'])(
  'a paragraph of many %j is escaped within a second',
  (unit) => {
    const before = process.threadCpuUsage();
    escapeMarkdown(unit.repeat(2000 / (unit.match(/[^\da-z\s]/g)?.length ?? 1)).trim(), 'body');
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
  },
);
