import { expect, test } from 'vitest';
import { renderBody } from '../../../src/markdown/render.ts';

test('a recording is a figure with a link to its file', () => {
  const { html, recordings, fileLinks, faults } = renderBody(
    '![The mayor < 3](<a talk.mp3> "In *May*")',
    'en',
    'treaty',
  );
  expect(faults).toEqual([]);
  expect(html).toBe(
    `<figure data-recording=""><a href="treaty/a%20talk.mp3">The mayor &#x3C; 3</a><figcaption>In *May*</figcaption></figure>`,
  );
  expect(recordings).toEqual([
    { file: './a talk.mp3', href: 'treaty/a%20talk.mp3', name: 'The mayor < 3', line: 1 },
  ]);
  expect(fileLinks).toEqual([{ path: './a talk.mp3', line: 1 }]);
});

test('recordings on consecutive lines are a figure each, and no gallery', () => {
  const { html, recordings } = renderBody('![a](a.mp3)\n![b](b.WEBM)', 'en');
  expect(html.split('<figure data-recording="">')).toHaveLength(3);
  expect(html).not.toContain('gallery');
  expect(recordings.map(({ file }) => file)).toEqual(['./a.mp3', './b.WEBM']);
});

test.each([
  ['among words', 'words ![a](a.mp3)', 'The recording "a.mp3" is among words.'],
  ['beside a picture', '![a](a.mp3) ![b](b.jpg)', 'The recording "a.mp3" is among words.'],
  ['in a link', '[![a](a.mp3)](https://b.org/)', 'The recording "a.mp3" is among words.'],
  ['without a name', '![](a.mp3 "A caption")', 'The recording has no name.'],
  ['outside the site', '![a](../../a.mp3)', 'The link to "../../a.mp3" leads outside the site.'],
  ['with a query', '![a](a.pdf?.mp3)', 'The path "a.pdf?.mp3" contains the character "?".'],
  ['hidden', '![a](.a.mp3)', '".a.mp3" is the name of a hidden file.'],
])('a recording %s is an error', (_, markdown, wrong) => {
  expect(renderBody(markdown, 'en').faults).toMatchObject([{ line: 1, wrong }]);
});

test.each([
  ['film.mov', 'ffmpeg -i "film.mov" "film.mp4"'],
  ['talk.flac', 'ffmpeg -i "talk.flac" "talk.mp3"'],
])(
  'the error for a format that not every browser plays says how to convert it: %s',
  (file, advice) => {
    const [fault] = renderBody(`![a](${file})`, 'en').faults;
    expect(fault?.right).toContain(advice);
  },
);

test('a recording from elsewhere is a link, and loads nothing', () => {
  const { html, recordings } = renderBody('![a](https://a.org/a.mp3)', 'en');
  expect(html).toBe('<p><a href="https://a.org/a.mp3" rel="noopener noreferrer">a</a></p>');
  expect(recordings).toEqual([]);
});

test.each(['javascript:alert(1)//a.mp3', 'data:text/html,a.mp3', 'file:///etc/a.mp3'])(
  'an address with a scheme is no recording: %s',
  (address) => {
    const { html, recordings, faults } = renderBody(`![a](<${address}>)`, 'en');
    expect(html).not.toContain('<a');
    expect(recordings).toEqual([]);
    expect(faults).toHaveLength(1);
  },
);
