import { describe, expect, test } from 'vitest';
import { links } from '../../../src/markdown/links.ts';
import { inspectInline, renderBody } from '../../../src/markdown/render.ts';
import { htmlWith, renderWith } from './with-plugins.ts';

function hrefOf(address: string): string | undefined {
  const { html } = renderBody(`[a](${address})`, 'en');
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
  ['tel:+493012345', 'tel:+493012345'],
  ['<TEL:+49 30 123-45>', 'tel:+4930123-45'],
])('a link to an email address or a telephone: %s', (address, href) => {
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
    ['other.html', 'other.html'],
    ['./other.html#part', 'other.html#section-part'],
    ['/articles/other.html#section-part', 'other.html#section-part'],
    ['other.html#:~:text=a%20word', 'other.html#:~:text=a%20word'],
    ['港口.html', '%E6%B8%AF%E5%8F%A3.html'],
    ['/archive.html', '../archive.html'],
    ['../topics/council.html', '../topics/council.html'],
    ['../archive/2023.html#may', '../archive/2023.html#may'],
    ['/search.html?q=a%20b', '../search.html?q=a%20b'],
    ['/', '../index.html'],
    ['../', '../index.html'],
    ['/press/logo.svg', '../press/logo.svg'],
    ['report.pdf', 'report.pdf'],
    ['./report.PDF#page=3', 'report.PDF#page=3'],
    ['<annual report, 2.xlsx>', 'annual%20report%2C%202.xlsx'],
    ['data/a.csv', 'data/a.csv'],
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

/** Renders a link in the body of `harbour/index.md`. */
function render(address: string) {
  const { html, faults, warnings } = renderBody(`A\n\n[*a* b](${address})`, 'en', 'harbour');
  return { html: html.replace('<p>A</p>\n', ''), faults, warnings };
}

describe('a link to a file beside the article of a folder', () => {
  test.each(['report.pdf', './report.pdf', 'harbour/report.pdf', '/articles/harbour/report.pdf'])(
    '%s leads to its copy, and is listed',
    (address) => {
      const { html, fileLinks } = renderBody(`A\n\n[a](${address})`, 'en', 'harbour');
      expect(html).toContain('<a href="harbour/report.pdf">a</a>');
      expect(fileLinks).toEqual([{ path: './report.pdf', line: 3 }]);
    },
  );
});

describe('an address with a mistake is a fault that says what to write', () => {
  test.each([
    ['www.example.org', 'Write https://www.example.org'],
    ['www.example.org:80/a', 'Write https://www.example.org:80/a'],
    ['//example.org/a', 'Write https://example.org/a'],
    ['letters@harbour.example', 'Write mailto:letters@harbour.example'],
    ['<+49 30 123-45>', 'Write tel:+493012345'],
    ['tel:home', 'Write digits, with the country code: tel:+493012345'],
    ['https://', 'Write the full address: https://example.org/page'],
    ['http:', 'Write the full address: https://example.org/page'],
    ['https:\\\\example.org', 'Write the full address: https://example.org/page'],
    ['https://a-known-name@example.org/', 'Remove the user name and the @.'],
    ['https://name:password@example.org/', 'Remove the user name and the @.'],
    ['photo1.jpg', 'Show the picture: ![What it shows](<photo1.jpg>)'],
    ['harbour/photo1.jpg', 'Show the picture: ![What it shows](<photo1.jpg>)'],
    ['a/b.md', 'Write the name of its file: b.md'],
    ['../../other.md', 'Write the name of its file: other.md'],
    ['%2e%2e/b/c.md', 'Write the name of its file: c.md'],
    ['a.md?b', 'Write the name of its file: a.md'],
    ['ferry-strike', 'For an article, write ferry-strike.md.'],
    ['example.org/page', 'For a website, write https://example.org/page.'],
    ['../../secret.txt', 'Put the file into the folder of the article'],
    ['%2e%2e/%2E%2E/secret.txt', 'Put the file into the folder of the article'],
    ['/../secret.txt', 'Put the file into the folder of the article'],
    ['chart.svg', 'Files can be of these types: pdf, txt, csv'],
    ['chart.xml', 'Files can be of these types: pdf, txt, csv'],
    ['run.exe', 'Files can be of these types: pdf, txt, csv'],
    ['page.xhtml', 'Files can be of these types: pdf, txt, csv'],
    ['.env', 'Files can be of these types: pdf, txt, csv'],
    ['.hidden/a.pdf', 'Files can be of these types: pdf, txt, csv'],
  ])('%s', (address, right) => {
    const { html, faults } = render(address);
    expect(html).toBe('<p><em>a</em> b</p>');
    expect(faults).toHaveLength(1);
    expect(faults[0]?.line).toBe(3);
    expect(faults[0]?.right).toContain(right);
  });

  test('also in a definition, a footnote and a pasted tag', () => {
    const body = '[a][1] x[^1] <a href="www.c.org">c</a>\n\n[1]: www.a.org\n\n[^1]: [b](www.b.org)';
    expect(renderBody(body, 'en').faults.map(({ line, right }) => [line, right])).toEqual([
      [1, 'Write https://www.a.org'],
      [1, 'Write https://www.c.org'],
      [5, 'Write https://www.b.org'],
    ]);
  });

  test('also in a caption, which cannot link to files', () => {
    expect(inspectInline('[a](www.a.org) [b](b.pdf)').faults).toMatchObject([
      { right: 'Write https://www.a.org' },
      { right: expect.stringContaining('link to the file in the body') as unknown },
    ]);
  });
});

describe('a link with a target that is not allowed becomes text, with a warning', () => {
  test.each([
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java&#10;script:alert(1)'],
    ...['&#1;javascript:a', 'vbscript:a', 'data:text/html,a', 'file:///etc/passwd', 'ftp://a.org'],
    ...[
      'blob:https://a.org/b',
      '/\\example.org',
      '\\\\\\\\example.org',
      '',
      '#',
      '?a=b',
      'a%00.pdf',
    ],
  ])('%s', (address) => {
    const { html, faults, warnings } = render(`<${address}>`);
    expect(html).toBe('<p><em>a</em> b</p>');
    expect(faults).toEqual([]);
    expect(warnings).toMatchObject([
      { line: 3, wrong: expect.stringContaining('The link is shown as text.') as unknown },
    ]);
  });

  test('in a definition, with the definition', () => {
    const { html, warnings } = renderBody('[a][1]\n\n[1]: javascript:a', 'en');
    expect(html).toBe('<p>[a][1]</p>\n<p>[1]: javascript:a</p>');
    expect(warnings).toMatchObject([{ line: 3 }]);
  });

  test('with the angle brackets of an autolink', () => {
    expect(htmlWith('if x<y:z> or <javascript:a>', { rehype: [links] })).toBe(
      '<p>if x&#x3C;y:z> or &#x3C;javascript:a></p>',
    );
  });
});
