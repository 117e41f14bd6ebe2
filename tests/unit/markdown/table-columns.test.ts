import { expect, test } from 'vitest';
import { tableColumns } from '../../../src/markdown/table-columns.ts';
import { htmlWith } from './with-plugins.ts';

test('cells beyond the columns of the header get their own columns', () => {
  const markdown = '| a |\n| -: |\n| 1 |\n| 2 | three | four |';
  const html = htmlWith(markdown, { remark: [tableColumns] });
  expect(html.match(/<t[hd]\b[^>]*>[^<]*/g)).toEqual([
    ...['<th align="right">a', '<th>', '<th>'],
    ...['<td align="right">1', '<td>', '<td>'],
    ...['<td align="right">2', '<td>three', '<td>four'],
  ]);
});
