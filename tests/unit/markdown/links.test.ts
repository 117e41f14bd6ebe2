import { describe, expect, test } from 'vitest';
import { links } from '../../../src/markdown/links.ts';
import { htmlWith, renderWith } from './with-plugins.ts';

function hrefOf(address: string): string | undefined {
  const html = htmlWith(`[a](${address})`, { rehype: [links] });
  return /^<p><a href="([^"]*)"/.exec(html)?.[1];
}

describe('a link to the web', () => {
  test('does not send a referrer', () => {
    expect(htmlWith('[a](https://example.org/b "c")', { rehype: [links] })).toBe(
      '<p><a href="https://example.org/b" title="c" rel="noopener noreferrer">a</a></p>',
    );
  });

  test.each([
    ['http://example.org/', 'http://example.org/'],
    ['HTTPS://Example.ORG/A', 'https://example.org/A'],
    ['https://münchen.example/ü', 'https://xn--mnchen-3ya.example/%C3%BC'],
    ['https://例え.テスト', 'https://xn--r8jz45g.xn--zckzah/'],
    ['https://example.org/%FF', 'https://example.org/%FF'],
    ['https://example.org/?q=ü&r=%20#s', 'https://example.org/?q=%C3%BC&#x26;r=%20#s'],
    ['<https://example.org/a b>', 'https://example.org/a%20b'],
    ['https://example.org/(a)', 'https://example.org/(a)'],
  ])('%s', (address, href) => {
    expect(hrefOf(address)).toBe(href);
  });

  test('can be an autolink', () => {
    expect(htmlWith('<https://a.org> <a@b.org>', { rehype: [links] })).toBe(
      '<p><a href="https://a.org/" rel="noopener noreferrer">https://a.org</a> <a href="mailto:a@b.org">a@b.org</a></p>',
    );
  });
});

test.each([
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['MAILTO:a@example.org?subject=b', 'mailto:a@example.org?subject=b'],
])('an email link: %s', (address, href) => {
  expect(hrefOf(address)).toBe(href);
});

describe('a link within the publication', () => {
  test.each([
    ['#part', '#section-part'],
    ['<#a part>', '#section-a%20part'],
    ['#глава', '#section-%D0%B3%D0%BB%D0%B0%D0%B2%D0%B0'],
    ['other.md', 'other.html'],
    ['./other.md#part', 'other.html#section-part'],
    ['../other.md', 'other.html'],
    ['other/index.md', 'other.html'],
    ['../other/index.md#part', 'other.html#section-part'],
    ['v1.0.md', 'v1.0.html'],
    ['港口.md', '%E6%B8%AF%E5%8F%A3.html'],
  ])('%s', (address, href) => {
    expect(hrefOf(address)).toBe(href);
  });

  test('is listed with its article, its heading and its line', () => {
    const markdown = '[a](b.md)\n\n[c](../港口.md#п) [d](#e)\n\n[f](https://g.org/)';
    expect(renderWith(markdown, { rehype: [links] }).data.articleLinks).toEqual([
      { slug: 'b', line: 1 },
      { slug: '港口', heading: 'section-п', line: 3 },
      { heading: 'section-e', line: 3 },
    ]);
  });

  test('with invalid encoding is listed as it was written', () => {
    expect(renderWith('[a](%FF.md#%FF)', { rehype: [links] }).data.articleLinks).toEqual([
      { slug: '%FF', heading: 'section-%FF', line: 1 },
    ]);
  });
});

describe('a link with a target that is not allowed becomes text', () => {
  test.each([
    ...[
      'javascript:alert(1)',
      'https://a-known-name@example.org/',
      'https://name:password@example.org/',
      'JaVaScRiPt:alert(1)',
      'java&#10;script:alert(1)',
      '&#1;javascript:a',
    ],
    ...['vbscript:a', 'data:text/html,a', 'file:///etc/passwd', 'blob:https://a.org/b', 'tel:1'],
    ...['//example.org', '/\\example.org', '\\\\\\\\example.org', '/index.html', '/'],
    ...['', '#', '?a=b', '../../other.md', 'other.html', 'a/b.md', 'a.md?b', 'https://', 'http:'],
    ...['%2e%2e/a.md', 'https:\\\\example.org'],
  ])('%s', (address) => {
    const html = htmlWith(`[*a* b](<${address}>)`, { rehype: [links] });
    expect(html).toBe('<p><em>a</em> b</p>');
  });

  test('with the angle brackets of an autolink', () => {
    expect(htmlWith('if x<y:z> or <javascript:a>', { rehype: [links] })).toBe(
      '<p>if x&#x3C;y:z> or &#x3C;javascript:a></p>',
    );
  });
});
