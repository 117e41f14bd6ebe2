import { expect, test } from 'vitest';
import { renderBody } from '../../../src/markdown/render.ts';

function htmlOf(markdown: string): string {
  return renderBody(markdown, 'en').html;
}

test('a heading is a link to itself', () => {
  expect(htmlOf('## What *was* said')).toBe(
    '<h2 id="section-what-was-said"><a href="#section-what-was-said">What <em>was</em> said</a></h2>',
  );
});

test('a heading that contains a link or a footnote reference stays as it is', () => {
  expect(htmlOf('## See [there](https://example.org/)')).toBe(
    '<h2 id="section-see-there">See <a href="https://example.org/" rel="noopener noreferrer">there</a></h2>',
  );
  expect(htmlOf('## *Deep [there](https://example.org/)*')).not.toContain('href="#');
  expect(htmlOf('## Noted[^1]\n\n[^1]: Note.')).toContain('<h2 id="section-noted">Noted<sup><a');
});
