import { expect, test } from 'vitest';
import { escapeMarkdown } from '../../../src/import/markdown/escape-markdown.ts';

test.each([
  ['Daesh* and al-Qaeda** and Taliban***', 'Daesh* and al-Qaeda** and Taliban***'],
  ['snake_case_name, 2 * 3 * 4, AT&T, a < b, [sic], 1.5, #1, ~30', undefined],
  ['HTTPS://X.Y/[a]', undefined],
  ['C:\\dir and a\\b', undefined],
  ['a *b* **c** _d_', String.raw`a \*b\* \*\*c\*\* \_d\_`],
  ['a *___* b _**_', String.raw`a \*___\* b \_**\_`],
  ['[a](b) ![c](d)', String.raw`\[a](b) !\[c](d)`],
  ['<b> &amp; \\*', String.raw`\<b> \&amp; \\*`],
  ['`a *b* c`', String.raw`\`a \*b\* c\``],
  ['# a', String.raw`\# a`],
  ['#a', undefined],
  ['1. a', String.raw`1\. a`],
  ['1.a', undefined],
  ['a\n2. b', undefined],
  ['a\n1. b', 'a\n1\\. b'],
  ['a\n===', 'a\n\\==='],
  ['a | b\n--|--', 'a | b\n\\--|--'],
  ['\uFEFFa', '&#xFEFF;a'],
  ['a <!-- b', String.raw`a \<!-- b`],
  ['a <!-- b --> c', String.raw`a \<!-- b --> c`],
  ['<<<<<<< HEAD', String.raw`\<<<<<<< HEAD`],
  ['a\n<<<<<<<\nb', 'a\n\\<<<<<<<\nb'],
  ['<<<<<<<a, <<<<<<<<', undefined],
])('the body %j is written with the escapes it needs', (text, markdown) => {
  expect(escapeMarkdown(text, 'body')).toBe(markdown ?? text);
});

test('in a caption, the beginning of a line is no syntax', () => {
  expect(escapeMarkdown('1. Photo', 'inline')).toBe('1. Photo');
  expect(escapeMarkdown('# *Photo*', 'inline')).toBe(String.raw`# \*Photo\*`);
  expect(escapeMarkdown('a <!-- b', 'inline')).toBe(String.raw`a \<!-- b`);
});

test('a text of nothing but syntax is escaped in a time that grows with its length only', () => {
  for (const unit of ['*a* ', '[a](b) ', '~~a', '`` ` ', '<a ', '&amp;', '![', '\\', '> ', '1. ']) {
    const started = performance.now();
    escapeMarkdown(unit.repeat(100_000), 'body');
    // Quadratic time would be minutes; this leaves room for a busy machine.
    expect(performance.now() - started, unit).toBeLessThan(5000);
  }
});
