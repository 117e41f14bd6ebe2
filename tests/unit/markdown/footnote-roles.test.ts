import { expect, test } from 'vitest';
import { footnoteRoles } from '../../../src/markdown/footnote-roles.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { htmlWith } from './with-plugins.ts';

test('footnotes have roles, and neither classes nor a heading', () => {
  const html = htmlWith('a[^1]\n\n[^1]: note', {
    rehype: [[footnoteRoles, { label: 'Notes', formatNumber: String }]],
  });
  expect(html).toMatchInlineSnapshot(
    `"<p>a<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup></p><section role="doc-endnotes" aria-label="Notes"><ol><li id="fn-1"><p>note <a href="#fnref-1" aria-label="Back to reference 1" role="doc-backlink">↩</a></p></li></ol></section>"`,
  );
});

test('the list of notes is named in the language of the article', () => {
  expect(renderBody('a[^1]\n\n[^1]: note', 'en').html).toContain(
    '<section role="doc-endnotes" aria-label="Footnotes">',
  );
});

test('links back to several references have different names', () => {
  const { html } = renderBody('a[^1] b[^1]\n\n[^1]: note', 'en');
  expect([...html.matchAll(/aria-label="(Back[^"]*)"/g)].map(([, label]) => label)).toEqual([
    'Back to the text, note 1',
    'Back to the text, note 1-2',
  ]);
});

test('numbers have the digits of the language', () => {
  const { html } = renderBody('a[^1] b[^1]\n\n[^1]: note', 'fa');
  expect([...html.matchAll(/noteref">([^<]*)</g)].map(([, digits]) => digits)).toEqual(['۱', '۱']);
  expect(html).toContain('id="fn-1"');
  expect([...html.matchAll(/aria-label="[^"]*" role="doc-backlink"/g)].join()).toMatch(/۱.*۱-۲/s);
});
