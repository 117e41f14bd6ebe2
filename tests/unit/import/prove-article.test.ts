import { expect, test } from 'vitest';
import { proveArticle } from '../../../src/import/markdown/prove-article.ts';

const paragraphs = ['Head: line', 'A *caption*', '© A & B', 'By Jane Doe', 'One.', 'Two <b>.'].map(
  (text, index) => ({ text, line: index + 1 }),
);
const draft = { top: ['headline', 'caption', 'credit', 'byline'] as const };
const GOOD = String.raw`---
headline: "Head: line"
byline: Jane Doe
image:
  caption: A \*caption\*
  credit: © A & B
---

One.

Two \<b>.
`;

test('a file with the words of the text has no differences', () => {
  expect(proveArticle(GOOD, paragraphs, draft, 'en')).toEqual([]);
});

test.each([
  ['a headline with another word', 'Head: line', 'Head: lime', 1],
  ['emphasis in a caption', String.raw`\*caption\*`, '*caption*', 2],
  ['a credit without its first character', '© A', 'A', 3],
  ['another author', 'Jane Doe', 'Jane Roe', 4],
  ['a paragraph that is a list', 'One.', '1. One.', 5],
  ['a paragraph with a look-alike letter', 'Two', 'Twо', 6],
  ['a missing paragraph', 'One.\n\n', '', 5],
  ['an additional paragraph', 'Two', 'Three\n\nTwo', 6],
])('%s is found, with the line of the text', (_, good, bad, line) => {
  const faults = proveArticle(GOOD.replace(good, bad), paragraphs, draft, 'en');
  expect(faults).toMatchObject([{ line }]);
});

test('a difference is quoted', () => {
  const [fault] = proveArticle(GOOD.replace('Head: line', 'Head: lime'), paragraphs, draft, 'en');
  expect(fault?.wrong).toBe('The headline would change: "Head: line" would become "Head: lime".');
});

test('front matter that the schema refuses is reported with the line of the text', () => {
  const faults = proveArticle(GOOD.replace('© A & B', '""'), paragraphs, draft, 'en');
  expect(faults).toMatchObject([{ line: 3, key: 'image.credit', wrong: 'The value is empty.' }]);
});
