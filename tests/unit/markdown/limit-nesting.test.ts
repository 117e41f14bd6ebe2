import { expect, test } from 'vitest';
import { LimitError, LIMITS } from '../../../src/markdown/limits.ts';
import { renderBody } from '../../../src/markdown/render.ts';

function refusalOf(markdown: string): LimitError | undefined {
  try {
    renderBody(markdown, 'en');
    return undefined;
  } catch (error) {
    if (error instanceof LimitError) return error;
    throw error;
  }
}

function stairs(levels: number, indent: (level: number) => string): string {
  return Array.from({ length: levels }, (_, level) => `${indent(level)}- a`).join('\n');
}

test.each([
  ['quotations', `${'>'.repeat(101)} a`, 3],
  ['quotations with spaces', `${'> '.repeat(101)} a`, 3],
  ['lists', `${'- '.repeat(51)}a`, 3],
  ['numbered lists', `${'1. '.repeat(51)}a`, 3],
  ['lists of quotations', `${'+ > 1) '.repeat(30)}a`, 3],
  // A list and its item are two levels.
  ['lists over many lines', stairs(51, (level) => '  '.repeat(level)), 53],
  ['emphasis', `${'*a **a '.repeat(60)}b${' a** a*'.repeat(60)}`, 3],
  ['inline tags', `${'<q>'.repeat(101)}a${'</q>'.repeat(101)}`, 3],
])('%s with more than 100 levels are refused with their line', (_, markdown, line) => {
  const refusal = refusalOf(`one\n\n${markdown}`);
  expect(refusal?.message).toBe(
    `The body is nested too deeply to be rendered. At most ${LIMITS.nesting} levels are allowed.`,
  );
  expect(refusal?.line).toBe(line);
});

test('nesting that overflows the stack is refused with its line', () => {
  const markdown = `${'<q>'.repeat(12_000)}a${'</q>'.repeat(12_000)}`;
  expect(refusalOf(`one\n\n${markdown}`)?.line).toBe(3);
});

test.each([
  ['forty quotations', `${'>'.repeat(40)} a`],
  ['forty lists', `${'- '.repeat(40)}a`],
  ['forty lists, many times', `${stairs(40, (level) => '  '.repeat(level))}\n\nb\n\n`.repeat(20)],
  ['items that are indented as code', stairs(200, (level) => '      '.repeat(level))],
  ['a thematic break', '- '.repeat(500)],
  ['a thematic break of asterisks', '* '.repeat(500)],
  ['a long run of hyphens', '-'.repeat(500)],
  ['tags without an end', '<q>'.repeat(500)],
  ['brackets', '['.repeat(500)],
  ['asterisks', '*a '.repeat(500)],
])('%s: accepted', (_, markdown) => {
  expect(refusalOf(markdown)).toBeUndefined();
});
