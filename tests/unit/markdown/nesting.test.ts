import { describe, expect, test } from 'vitest';
import { NestingError } from '../../../src/markdown/nesting.ts';
import { renderBody } from '../../../src/markdown/render.ts';

function lineOfFault(markdown: string): number | undefined {
  try {
    renderBody(markdown, 'en');
    return undefined;
  } catch (error) {
    if (error instanceof NestingError) return error.line;
    throw error;
  }
}

function stairs(levels: number, indent: (level: number) => string): string {
  return Array.from({ length: levels }, (_, level) => `${indent(level)}- a`).join('\n');
}

describe('nested too deeply', () => {
  test.each([
    ['quotations', '>'],
    ['quotations with spaces', '> '],
    ['lists', '- '],
    ['numbered lists', '1. '],
    ['lists of quotations', '+ > 1) '],
  ])('%s in one line are found before they are parsed', (_, marker) => {
    const started = performance.now();
    expect(lineOfFault(`one\n\n${marker.repeat(20_000)}two`)).toBe(3);
    // Parsing takes seconds for a tenth of it.
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('lists built up over many lines are found where they become too deep', () => {
    const lines = Array.from({ length: 60 }, (_, level) => `${'  '.repeat(level)}- a`);
    expect(lineOfFault(lines.join('\n'))).toBe(51);
  });

  test.each([
    ['by spaces', (level: number) => `${'  '.repeat(level)}- a`],
    ['by tabs', (level: number) => `${'\t'.repeat(level)}* a`],
    ['with numbers', (level: number) => `${'   '.repeat(level)}1. a`],
    ['in a quotation', (level: number) => `> ${'  '.repeat(level)}+ a`],
    ['with empty lines between', (level: number) => `${'  '.repeat(level)}- a\n`],
  ])('lists built up over 1,000 lines, %s, are found before they are parsed', (_, write) => {
    const started = performance.now();
    const markdown = Array.from({ length: 1000 }, (_, level) => write(level)).join('\n');
    expect(lineOfFault(markdown)).toBe(markdown.includes('\n\n') ? 201 : 101);
    // Parsing takes seconds.
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('inline tags are found', () => {
    expect(lineOfFault(`one\n\n${'<q>'.repeat(200)}a${'</q>'.repeat(200)}`)).toBe(3);
  });
});

describe('not nested too deeply', () => {
  test.each([
    ['forty quotations', '>'.repeat(40) + ' a'],
    ['forty lists', '- '.repeat(40) + 'a'],
    ['forty lists, many times', `${stairs(40, (level) => '  '.repeat(level))}\n\nb\n\n`.repeat(20)],
    ['what is indented too far for items', stairs(200, (level) => '      '.repeat(level))],
    ['a line across the page', '- '.repeat(500)],
    ['another', '* '.repeat(500)],
    ['a long run of hyphens', '-'.repeat(500)],
    ['tags that are not closed', '<q>'.repeat(500)],
    ['brackets', '['.repeat(500)],
    ['asterisks', '*a '.repeat(500)],
  ])('%s', (_, markdown) => {
    expect(lineOfFault(markdown)).toBeUndefined();
  });
});
