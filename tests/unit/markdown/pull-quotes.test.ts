import { expect, test } from 'vitest';
import { renderBody } from '../../../src/markdown/render.ts';

function htmlOf(markdown: string): string {
  return renderBody(markdown, 'en').html;
}

test('a quotation of one paragraph that is entirely strong is a pull quote', () => {
  expect(htmlOf('> **Kept *all* the same.**')).toBe(
    '<blockquote data-pull-quote="">\n<p><strong>Kept <em>all</em> the same.</strong></p>\n</blockquote>',
  );
});

test.each(['> Kept.', '> **Kept** all the same.', '> **One.**\n>\n> **Two.**', '> - **One**', '>'])(
  '%j is not a pull quote',
  (markdown) => {
    expect(htmlOf(markdown)).not.toContain('data-pull-quote');
  },
);
