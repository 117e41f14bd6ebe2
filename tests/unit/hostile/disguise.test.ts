import { describe, expect, test } from 'vitest';
import { line } from '../../../src/article/fields.ts';
import { readVectors } from '../../hostile/vectors.ts';

const refusalsOf = (value: string): (string | undefined)[] =>
  line.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('front matter with unbalanced bidi controls is refused', () => {
  test.each([
    ['an override', 'abc\u202Edef', 'U+202E'],
    ['an embedding', '\u202Babc', 'U+202B'],
    ['an isolate', 'abc\u2067', 'U+2067'],
    ['an override after a closed isolate', '\u2066\u202E\u2069\u202D', 'U+202D'],
    ['an override closed by the wrong character', '\u202Eabc\u2069', 'U+202E'],
  ])('%s', (_, value, name) => {
    expect(refusalsOf(value).join()).toContain(name);
  });
});

test('balanced bidi controls and direction marks are kept', () => {
  for (const value of [
    '\u2067שלום\u2069!',
    'a \u202Bشكرا\u202C b',
    'א\u200F!',
    '\u2066\u202E\u2069a',
  ]) {
    expect(line.parse(value)).toBe(value);
  }
});

test('a text of invisible characters is refused', () => {
  for (const value of [
    '\u200B',
    '\u00A0\u2003',
    '\u00AD\u2060',
    '\u200E\u200F',
    '\u3164',
    '\uFEFF',
  ]) {
    expect(refusalsOf(value)).toContain('The text has no visible character.');
  }
});

// Vector articles have such vectors in plain text without what opens a comment.
test('vectors that open a comment are refused as plain text', () => {
  const comments = readVectors().filter(({ text }) => text.includes('<!--'));
  expect(comments.length).toBeGreaterThan(20);
  for (const { text } of comments) expect(refusalsOf(text).join()).toContain('contains <!--');
});
