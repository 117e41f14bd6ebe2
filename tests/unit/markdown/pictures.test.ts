import { describe, expect, test } from 'vitest';
import { PICTURE_GAP, pictures } from '../../../src/markdown/pictures.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { htmlWith, renderWith } from './with-plugins.ts';

const steps = { rehype: [pictures] };

describe('a picture beside the article', () => {
  test('becomes a gap, and is listed with its alternative text, title and line', () => {
    const file = renderWith('a\n\nb ![c *d*](./e.jpg "f") g', steps);
    expect(String(file)).toBe(`<p>a</p>\n<p>b ${PICTURE_GAP} g</p>`);
    expect(file.data.pictures).toEqual([{ file: './e.jpg', alt: 'c d', title: 'f', line: 3 }]);
  });

  test.each([
    ['photo.jpg', './photo.jpg'],
    ['./photo.jpg', './photo.jpg'],
    ['<my photo.png>', './my photo.png'],
    ['my%20photo.png', './my photo.png'],
    ['фото.webp', './фото.webp'],
    ['parts/a.avif', './parts/a.avif'],
    ['__ASTRO_IMAGE_a.gif', './__ASTRO_IMAGE_a.gif'],
  ])('%s is the file %s', (address, file) => {
    expect(renderWith(`![a](${address})`, steps).data.pictures?.[0]?.file).toBe(file);
  });

  test('can be a reference', () => {
    expect(renderWith('![a][b]\n\n[b]: ./b.png', steps).data.pictures).toHaveLength(1);
  });
});

test('pictures are listed in the order of their gaps, with those of notes at the end', () => {
  const { html, pictures: listed } = renderBody(
    '![1](./1.png)\n\n[^a]: ![4](./4.png)\n\n| ![2](./2.png) |\n| - |\n\n## ![3](./3.png)[^a]',
    'en',
  );
  expect(listed.map(({ alt }) => alt)).toEqual(['1', '2', '3', '4']);
  expect(html.split(PICTURE_GAP)).toHaveLength(5);
});

test.each(['&#0;', '&#x0;', '\0', '&NUL;', '`\0`', '[a](b.md "\0")'])(
  'text cannot contain a gap: %j',
  (text) => {
    expect(renderBody(text, 'en').html).not.toContain(PICTURE_GAP);
  },
);

describe('a remote picture', () => {
  test('becomes a link with its alternative text and its title', () => {
    expect(htmlWith('a ![b](HTTPS://c.org/d.jpg "e")', steps)).toBe(
      '<p>a <a href="HTTPS://c.org/d.jpg" title="e">b</a></p>',
    );
  });

  test('without alternative text becomes a link with its address', () => {
    expect(htmlWith('![](https://c.org/d.jpg)', steps)).toBe(
      '<p><a href="https://c.org/d.jpg">https://c.org/d.jpg</a></p>',
    );
  });
});

describe('a path that is not a picture beside the article', () => {
  test.each([
    '//example.org/a.jpg',
    'data:image/png;base64,AAAA',
    'javascript:a.png',
    'file:///a.png',
    '/a.jpg',
    '../a.jpg',
    'a/../../b.jpg',
    '%2e%2e/a.jpg',
    '..%2Fa.jpg',
    'a%5C..%5Cb.jpg',
    'a.jpg?b',
    'a.jpg#b',
    '%%',
    'a%00.jpg',
    'a.tiff',
    'a.jpg.exe',
    '.env',
    '',
  ])('%s is a fault with its line', (address) => {
    const { faults } = renderBody(`a\n\n![b](<${address}>)`, 'en');
    expect(faults).toHaveLength(1);
    expect(faults[0]?.line).toBe(3);
    expect(faults[0]?.right).toBe(
      'Write the path of a picture beside the article: ![What it shows](./photo.jpg)',
    );
  });

  test('is quoted as it was written', () => {
    const wrong = ['/a.jpg', '../a.jpg', 'ftp://a.org/b.jpg', 'photo.tiff', ''].map(
      (address) => renderBody(`![b](<${address}>)`, 'en').faults[0]?.wrong,
    );
    expect(wrong).toMatchInlineSnapshot(`
      [
        "The path "/a.jpg" begins with a slash.",
        "The path "../a.jpg" leads outside the article's folder.",
        "The picture "ftp://a.org/b.jpg" is an address, not a relative path.",
        ""photo.tiff" is not the name of a JPEG, PNG, WebP, AVIF or GIF picture.",
        """ is not the name of a JPEG, PNG, WebP, AVIF or GIF picture.",
      ]
    `);
  });
});

test.each([
  ['a.heic', 'Export it as JPEG'],
  ['a.HEIF', 'Export it as JPEG'],
  ['a.svg', 'Export it as PNG'],
])('%s is a fault that says how to export it', (file, right) => {
  const { faults } = renderBody(`a\n\n![b](${file})`, 'en');
  expect(faults).toMatchObject([{ line: 3, right: expect.stringContaining(right) as unknown }]);
});

describe('a picture without alternative text is a fault', () => {
  test.each(['![](./a.jpg)', '![ ](a.jpg)', '![][b]\n\n[b]: a.jpg', 'c ![](a.jpg "") d'])(
    '%j',
    (body) => {
      expect(renderBody(`a\n\n${body}`, 'en').faults).toMatchObject([
        { line: 3, wrong: 'The picture has no alternative text.' },
      ]);
    },
  );

  test.each(['![](./a.jpg "The caption")', '![](https://a.org/b.jpg)'])('but not %j', (body) => {
    expect(renderBody(body, 'en').faults).toEqual([]);
  });
});
