import { describe, expect, test } from 'vitest';
import { renderBody } from '../../../src/markdown/render.ts';
import { noNestedLinks } from '../../../src/markdown/no-nested-links.ts';
import { pictures } from '../../../src/markdown/pictures.ts';
import { htmlWith } from './with-plugins.ts';

/** Renders the text without its notes, with footnote references in braces. */
function divided(markdown: string): string {
  const html = htmlWith(`${markdown}\n\n[^1]: note\n[^2]: note`, {
    rehype: [pictures, noNestedLinks],
  });
  return (html.split('</p>')[0] ?? '')
    .replace('<p>', '')
    .replaceAll(/<sup><a href="#fn-\d"[^>]*>(\d)<\/a><\/sup>/g, '{$1}');
}

describe('a footnote reference splits the link around it', () => {
  test.each([
    ['[a[^1] b](c)', '<a href="c">a</a>{1}<a href="c"> b</a>'],
    ['[a[^1]](c)', '<a href="c">a</a>{1}'],
    ['[[^1]](c)', '{1}'],
    ['[a[^1] [^2]](c)', '<a href="c">a</a>{1} {2}'],
    ['[*a[^1]b* c](d)', '<em><a href="d">a</a>{1}<a href="d">b</a></em><a href="d"> c</a>'],
  ])('%s', (markdown, html) => {
    expect(divided(markdown)).toBe(html);
  });
});

test('a remote picture does not become a link inside a link', () => {
  expect(divided('[![a](https://b.org/c.png) *d*](e)')).toBe('<a href="e">a <em>d</em></a>');
  expect(divided('[*![a](https://b.org/c.png)*](e)')).toBe('<a href="e"><em>a</em></a>');
});

test('a remote picture becomes a link if the link around it is not allowed', () => {
  expect(renderBody('[![a](https://b.org/c.png)](javascript:d)', 'en').html).toBe(
    '<p><a href="https://b.org/c.png" rel="noopener noreferrer">a</a></p>',
  );
});

test('adjacent links stay as they are', () => {
  expect(divided('[a](b) [c](d)')).toBe('<a href="b">a</a> <a href="d">c</a>');
});
