import { expect, test } from 'vitest';
import { renderBody } from '../../../src/markdown/render.ts';

const body = (...lines: readonly string[]) => renderBody(lines.join('\n'), 'en');
const withoutGaps = (html: string): string => html.replaceAll('\0', '').replaceAll('\n', '');
const FIGURE = '<figure></figure>';
const gallery = (...figures: readonly string[]): string =>
  `<section data-gallery="">${figures.join('')}</section>`;

test.each([
  ['paragraphs', ['![a](a.jpg)', '', '![b](b.jpg)'], gallery(FIGURE, FIGURE)],
  ['lines', ['![a](a.jpg)', '![b](b.jpg)', '![c](c.jpg)'], gallery(FIGURE, FIGURE, FIGURE)],
  [
    'lines and paragraphs with captions',
    ['![a](a.jpg "A")', '![b](b.jpg)', '', '![c](c.jpg "C")'],
    gallery(
      '<figure><figcaption>A</figcaption></figure>',
      FIGURE,
      FIGURE.replace('><', '><figcaption>C</figcaption><'),
    ),
  ],
  [
    'a quotation',
    ['> ![a](a.jpg)', '>', '> ![b](b.jpg)'],
    `<blockquote>${gallery(FIGURE, FIGURE)}</blockquote>`,
  ],
])('pictures in a row are a gallery: in %s', (_, lines, html) => {
  expect(withoutGaps(body(...lines).html)).toBe(html);
});

test.each([
  ['one picture', ['![a](a.jpg)']],
  ['words between them', ['![a](a.jpg)', '', 'words', '', '![b](b.jpg)']],
  ['a rule between them', ['![a](a.jpg)', '', '---', '', '![b](b.jpg)']],
  ['pictures among words', ['![a](a.jpg) and ![b](b.jpg)']],
  [
    'remote pictures with captions',
    ['![a](https://a.org/a.jpg "A")', '', '![b](https://b.org/b.jpg "B")'],
  ],
])('%s are no gallery', (_, lines) => {
  const { html, pictures } = body(...lines);
  expect(html).not.toContain('gallery');
  expect(pictures.filter(({ inGallery }) => inGallery !== undefined)).toEqual([]);
});

test('the first of an odd number of pictures has a row of its own', () => {
  const places = (count: number) =>
    body(...Array.from({ length: count }, (_, n) => `![a](${n}.jpg)`)).pictures.map(
      ({ inGallery }) => inGallery,
    );
  expect(places(2)).toEqual(['column', 'column']);
  expect(places(3)).toEqual(['row', 'column', 'column']);
});

test('a picture that is a link keeps its own link', () => {
  const { html, pictures } = body('[![a](a.jpg "A")](https://c.org/)', '', '![b](b.jpg)');
  expect(html).toContain('<a href="https://c.org/" rel="noopener noreferrer">\0</a>');
  expect(pictures.map(({ inGallery }) => inGallery)).toEqual([undefined, 'column']);
});

test('every picture of a gallery needs alternative text or a caption', () => {
  expect(body('![a](a.jpg)', '![](b.jpg)').faults).toMatchObject([{ line: 2 }]);
});
