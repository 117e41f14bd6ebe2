import { expect, test } from 'vitest';
import { tables } from '../../../src/markdown/tables.ts';
import { htmlWith } from './with-plugins.ts';

test('cells have the alignment of their column, and header cells have a scope', () => {
  const markdown = '| a | b | c | d |\n| :- | -: | :-: | - |\n| 1 | 2 | 3 | 4 |';
  expect(htmlWith(markdown, { rehype: [tables] })).toBe(
    '<table><thead><tr><th scope="col" data-align="left">a</th>' +
      '<th scope="col" data-align="right">b</th><th scope="col" data-align="center">c</th>' +
      '<th scope="col">d</th></tr></thead><tbody><tr><td data-align="left">1</td>' +
      '<td data-align="right">2</td><td data-align="center">3</td><td>4</td></tr></tbody></table>',
  );
});
