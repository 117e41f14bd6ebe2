import { expect, test } from 'vitest';
import { absoluteHtml } from '../../../../src/outputs/feeds/absolute-html.ts';

const base = 'https://a.org/deep/articles/this.html';

test.each([
  [
    '<a href="other.html#part">x</a>',
    '<a href="https://a.org/deep/articles/other.html#part">x</a>',
  ],
  ['<a href="#fn-1">1</a>', '<a href="https://a.org/deep/articles/this.html#fn-1">1</a>'],
  ['<img src="../assets/p.jpg" alt="">', '<img src="https://a.org/deep/assets/p.jpg" alt="">'],
  ['<a href="mailto:a@b.c">x</a>', '<a href="mailto:a@b.c">x</a>'],
  ['<h2 id="section-x">x &lt; y</h2>', '<h2>x &#x3C; y</h2>'],
  ['href="no.html" is text', 'href="no.html" is text'],
])('%s becomes %s', (html, absolute) => {
  expect(absoluteHtml(html, base)).toBe(absolute);
});
