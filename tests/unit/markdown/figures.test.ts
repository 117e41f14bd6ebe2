import { expect, test } from 'vitest';
import { figures } from '../../../src/markdown/figures.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { htmlWith } from './with-plugins.ts';

const steps = { rehype: [figures] };

test('a picture alone in its paragraph is a figure', () => {
  expect(htmlWith('![a](./b.jpg)', steps)).toBe('<figure><img src="./b.jpg" alt="a"></figure>');
});

test('its title is its caption', () => {
  expect(htmlWith('![a](./b.jpg "c < d")', steps)).toBe(
    '<figure><img src="./b.jpg" alt="a"><figcaption>c &#x3C; d</figcaption></figure>',
  );
});

test('an empty title is not a caption', () => {
  expect(htmlWith('![a](./b.jpg "")', steps)).not.toContain('figcaption');
});

test.each([
  ['a picture among words', 'a ![b](./c.jpg)'],
  ['two pictures in a paragraph', '![a](./b.jpg) ![c](./d.jpg)'],
  ['a picture in a link', '[![a](./b.jpg)](https://c.org/)'],
])('%s is not a figure', (_, markdown) => {
  expect(htmlWith(markdown, steps)).not.toContain('figure');
});

const figure = (name: string, title?: string): string =>
  `<figure><img src="${name}.jpg" alt="${name}">${title === undefined ? '' : `<figcaption>${title}</figcaption>`}</figure>`;

test.each([
  ['![a](a.jpg "A")\n![b](b.jpg "B")', figure('a', 'A') + figure('b', 'B')],
  ['![a](a.jpg)\n![b](b.jpg "B")', figure('a') + figure('b', 'B')],
  ['![a](a.jpg)\n![b](b.jpg)', figure('a') + figure('b')],
  ['![a](a.jpg "A")  \n![b](b.jpg "B")', figure('a', 'A') + figure('b', 'B')],
  ['![a](a.jpg "A") ![b](b.jpg "B")', figure('a', 'A') + figure('b', 'B')],
])('pictures with captions, or on lines of their own, are a figure each: %j', (body, html) => {
  expect(htmlWith(body, steps)).toBe(html);
});

test.each([
  ['- ![a](a.jpg "A")\n- b', `<ul><li>${figure('a', 'A')}</li><li>b</li></ul>`],
  [
    '1. ![a](a.jpg "A")\n   ![b](b.jpg)\n   - c',
    `<ol><li>${figure('a', 'A')}${figure('b')}<ul><li>c</li></ul></li></ol>`,
  ],
])('pictures with captions in a tight list are figures: %j', (body, html) => {
  expect(htmlWith(body, steps)).toBe(html);
});

test('a picture with a caption in a table cell is a figure', () => {
  expect(htmlWith('| a | b |\n| - | - |\n| ![a](a.jpg "A") | c |', steps)).toContain(
    `<td>${figure('a', 'A')}</td><td>c</td>`,
  );
});

test.each(['- b ![a](a.jpg "A")', '## ![a](a.jpg "A")', 'b ![a](https://a.org/b.jpg "A")'])(
  'a caption that is only a tooltip causes a warning: %s',
  (body) => {
    const warnings = renderBody(body, 'en').warnings.map(({ line, wrong }) => `${line}: ${wrong}`);
    expect(warnings.join('\n')).toMatch(/^1: The caption is shown only as a tooltip.*$/);
  },
);

test.each(['*dawn*', '**At dawn**', '_dawn_'])(
  'a caption with %s is shown as it is written, with a warning',
  (markup) => {
    const { warnings } = renderBody(`![a](a.jpg "The port: ${markup}.")`, 'en');
    expect(warnings.map(({ wrong }) => wrong)).toEqual([
      `The caption of a picture is plain text, so ${markup} is shown as it is written.`,
    ]);
  },
);

test.each(['2 * 3 * 4', 'harbour_at_dawn.jpg', '* A note', '_'])(
  'a caption with %s causes no warning',
  (text) => {
    expect(renderBody(`![a](a.jpg "The port: ${text}")`, 'en').warnings).toEqual([]);
  },
);

test('a link in a caption is shown as it is written, with a warning', () => {
  const { html, fileLinks, warnings } = renderBody('![a](a.jpg "See [b](c.pdf)")', 'en');
  expect(html).toContain('<figcaption>See [b](c.pdf)</figcaption>');
  expect(fileLinks).toEqual([]);
  expect(warnings.map(({ wrong }) => wrong)).toEqual([
    'The caption of a picture is plain text, so [b](c.pdf) is shown as it is written.',
  ]);
});

test('a picture in a link keeps its caption', () => {
  expect(htmlWith('[![a](a.jpg "A")](https://c.org/)', steps)).toBe(
    '<figure><a href="https://c.org/"><img src="a.jpg" alt="a"></a><figcaption>A</figcaption></figure>',
  );
});

test('a remote picture is not a figure, unless it has a caption', () => {
  expect(renderBody('![a](https://b.org/c.jpg)', 'en').html).toBe(
    '<p><a href="https://b.org/c.jpg" rel="noopener noreferrer">a</a></p>',
  );
  expect(renderBody('![a](https://b.org/c.jpg "d")', 'en').html).toBe(
    '<figure><a href="https://b.org/c.jpg" rel="noopener noreferrer">a</a><figcaption>d</figcaption></figure>',
  );
});
