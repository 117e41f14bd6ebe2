import { fromHtml } from 'hast-util-from-html';
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { footnotes } from '../../../src/markdown/footnotes.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { renderWith } from './with-plugins.ts';

/** What a reader finds of the footnotes of a text, by the whole pipeline. */
function read(markdown: string) {
  const { html } = renderBody(markdown, 'en');
  const links: Element[] = [];
  const ids: string[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', (element) => {
    if (typeof element.properties.id === 'string') ids.push(element.properties.id);
    if (element.tagName === 'a') links.push(element);
  });
  const numbers = links.flatMap(({ properties, children: [child] }) =>
    properties.role === 'doc-noteref' && child?.type === 'text' ? [child.value] : [],
  );
  const dead = links.flatMap(({ properties: { href = '' } }) =>
    ids.includes(href.slice(1)) ? [] : [href],
  );
  return { html, ids, numbers, dead, links: links.length };
}

describe('footnotes', () => {
  test('have a link from the call to the note and one back', () => {
    expect(renderBody('Said.[^a]\n\n[^a]: A paper.', 'en').html).toMatchInlineSnapshot(`
      "<p>Said.<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup></p>
      <section role="doc-endnotes" aria-label="Footnotes"><ol>
      <li id="fn-1">
      <p>A paper. <a href="#fnref-1" aria-label="Back to the text, note 1" role="doc-backlink">↩︎</a></p>
      </li>
      </ol></section>"
    `);
  });

  test('are numbered in the order of their calls, not of their notes', () => {
    const { html, numbers } = read('One[^b] two[^a].\n\n[^a]: note of two\n[^b]: note of one');
    expect(numbers).toEqual(['1', '2']);
    expect(html.indexOf('note of one')).toBeLessThan(html.indexOf('note of two'));
    expect(html).toMatch(/<li id="fn-1">\s*<p>note of one/);
  });

  test('called again have the same number, and a link back to each call', () => {
    const { numbers, ids, dead, links } = read('One[^a] two[^a] three[^a].\n\n[^a]: note');
    expect(numbers).toEqual(['1', '1', '1']);
    expect(ids).toEqual(['fnref-1', 'fnref-1-2', 'fnref-1-3', 'fn-1']);
    expect([dead, links]).toEqual([[], 6]);
  });

  test('may be called in a heading, a table, a quotation, a list, a deletion and a tag', () => {
    const { numbers, dead } = read(
      [
        '## a[^1]',
        '| b[^2] |\n| - |\n| c[^3] |',
        '> d[^4]',
        '- e[^5]\n- ~~f[^6]~~',
        '<q>g[^7]</q> *h[^8]*',
        ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `[^${number}]: note`),
      ].join('\n\n'),
    );
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(dead).toEqual([]);
  });

  test('may be called by notes, also by one another and by themselves', () => {
    const { numbers, dead } = read('a[^1]\n\n[^1]: see [^2] and [^1]\n[^2]: see [^1]');
    expect(numbers).toEqual(['1', '2', '1', '1']);
    expect(dead).toEqual([]);
  });

  test('may have paragraphs, lists, quotations and code', () => {
    const { html, dead } = read(
      'a[^1]\n\n[^1]: one\n\n    two\n\n    - three\n\n    > four\n\n        five',
    );
    expect(html).toContain('<p>two</p>');
    expect(html).toContain('<p>three</p>');
    expect(html).toContain('five');
    expect(dead).toEqual([]);
  });

  test('may stand anywhere, also in a quotation', () => {
    const { numbers, dead } = read('[^a]: first\n\n> [^b]: second\n\nOne[^b] two[^a]');
    expect([numbers, dead]).toEqual([['1', '2'], []]);
  });

  test.each([
    '__proto__',
    'constructor',
    '<script>',
    'a"onclick="b',
    '&amp;',
    '%FF',
    '1',
    'fn-1',
    'ЮФ',
    '💥',
    '^',
  ])('labelled [^%s] have anchors of our own', (label) => {
    const { ids, numbers, dead, html } = read(`a[^${label}]\n\n[^${label}]: note`);
    expect([ids, numbers, dead]).toEqual([['fnref-1', 'fn-1'], ['1'], []]);
    expect(html).not.toContain('script');
  });
});

describe('shown as text', () => {
  test.each([
    ['a call without its note', 'a[^b]', 'a[^b]'],
    ['a note without a call', '[^b]: *note*', '[^b]: <em>note</em>'],
    ['a label with a space', 'a[^b c]\n\n[^b c]: note', 'a[^b c]</p>\n<p>[^b c]: note'],
    [
      'a label with a space, of two words',
      'a[^b c]\n\n[^b c]: a note',
      'a[^b c]</p>\n<p>[^b c]: a note',
    ],
    ['a label without a character', 'a[^]', 'a[^]'],
  ])('%s', (_, markdown, shown) => {
    expect(renderBody(markdown, 'en').html).toBe(`<p>${shown}</p>`);
  });

  test('the second of two notes with one label', () => {
    const { html, dead } = read('a[^b]\n\n[^b]: one\n\n[^B]: two');
    expect(html).toContain('<p>[^B]: two</p>');
    expect(html).toMatch(/<li id="fn-1">\s*<p>one/);
    expect(dead).toEqual([]);
  });

  test('a note that is called only by a note that nobody calls', () => {
    const { html } = read('a\n\n[^b]: see [^c]\n\n[^c]: note');
    expect(html).toBe('<p>a</p>\n<p>[^b]: see [^c]</p>\n<p>[^c]: note</p>');
  });

  test('a note without a call that does not begin with a paragraph', () => {
    expect(read('[^b]:\n    - one\n    - two').html).toBe(
      '<p>[^b]: </p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
    );
  });
});

test('the numbers are given before labels become anchors', () => {
  const html = String(renderWith('a[^x]\n\n[^x]: note', { remark: [footnotes] }));
  expect(html).toContain('<a href="#fn-1" id="fnref-1"');
});
