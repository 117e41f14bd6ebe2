import { fromHtml } from 'hast-util-from-html';
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { footnotes } from '../../../src/markdown/footnotes.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { renderWith } from './with-plugins.ts';

/** Renders a text with all steps, and returns what readers see of its footnotes. */
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
  test('have a link to the note and a link back', () => {
    expect(renderBody('Said.[^a]\n\n[^a]: A paper.', 'en').html).toMatchInlineSnapshot(`
      "<p>Said.<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup></p>
      <section role="doc-endnotes" aria-label="Footnotes"><ol>
      <li id="fn-1">
      <p>A paper. <a href="#fnref-1" aria-label="Back to the text, note 1" role="doc-backlink">↩︎</a></p>
      </li>
      </ol></section>"
    `);
  });

  test('are numbered in the order of their references', () => {
    const { html, numbers } = read('One[^b] two[^a].\n\n[^a]: note of two\n[^b]: note of one');
    expect(numbers).toEqual(['1', '2']);
    expect(html.indexOf('note of one')).toBeLessThan(html.indexOf('note of two'));
    expect(html).toMatch(/<li id="fn-1">\s*<p>note of one/);
  });

  test('with several references have one number, and a link back to each', () => {
    const { numbers, ids, dead, links } = read('One[^a] two[^a] three[^a].\n\n[^a]: note');
    expect(numbers).toEqual(['1', '1', '1']);
    expect(ids).toEqual(['fnref-1', 'fnref-1-2', 'fnref-1-3', 'fn-1']);
    expect([dead, links]).toEqual([[], 6]);
  });

  test('work in headings, tables, quotations, lists, deletions and tags', () => {
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

  test('can refer to each other and to themselves', () => {
    const { numbers, dead } = read('a[^1]\n\n[^1]: see [^2] and [^1]\n[^2]: see [^1]');
    expect(numbers).toEqual(['1', '2', '1', '1']);
    expect(dead).toEqual([]);
  });

  test('can contain paragraphs, lists, quotations and code', () => {
    const { html, dead } = read(
      'a[^1]\n\n[^1]: one\n\n    two\n\n    - three\n\n    > four\n\n        five',
    );
    expect(html).toContain('<p>two</p>');
    expect(html).toContain('<p>three</p>');
    expect(html).toContain('five');
    expect(dead).toEqual([]);
  });

  test('can be defined anywhere, even in a quotation', () => {
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
  ])('labelled [^%s] have numbers as anchors', (label) => {
    const { ids, numbers, dead, html } = read(`a[^${label}]\n\n[^${label}]: note`);
    expect([ids, numbers, dead]).toEqual([['fnref-1', 'fn-1'], ['1'], []]);
    expect(html).not.toContain('script');
  });
});

describe('shown as text', () => {
  test.each([
    ['a reference without a note', 'a[^b]', 'a[^b]'],
    ['a note without a reference', '[^b]: *note*', '[^b]: <em>note</em>'],
    ['a label with a space', 'a[^b c]\n\n[^b c]: note', 'a[^b c]</p>\n<p>[^b c]: note'],
    [
      'a label with a space, of two words',
      'a[^b c]\n\n[^b c]: a note',
      'a[^b c]</p>\n<p>[^b c]: a note',
    ],
    ['an empty label', 'a[^]', 'a[^]'],
  ])('%s', (_, markdown, shown) => {
    expect(renderBody(markdown, 'en').html).toBe(`<p>${shown}</p>`);
  });

  test('the second of two notes with the same label', () => {
    const { html, dead } = read('a[^b]\n\n[^b]: one\n\n[^B]: two');
    expect(html).toContain('<p>[^B]: two</p>');
    expect(html).toMatch(/<li id="fn-1">\s*<p>one/);
    expect(dead).toEqual([]);
  });

  test('a note whose only reference is in an unused note', () => {
    const { html } = read('a\n\n[^b]: see [^c]\n\n[^c]: note');
    expect(html).toBe('<p>a</p>\n<p>[^b]: see [^c]</p>\n<p>[^c]: note</p>');
  });

  test('an unused note that starts with a list', () => {
    expect(read('[^b]:\n    - one\n    - two').html).toBe(
      '<p>[^b]: </p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
    );
  });
});

test('anchors contain numbers instead of labels', () => {
  const html = String(renderWith('a[^x]\n\n[^x]: note', { remark: [footnotes] }));
  expect(html).toContain('<a href="#fn-1" id="fnref-1"');
});
