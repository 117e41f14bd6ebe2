import { expect, test } from 'vitest';
import { missingCharacters } from '../../../../src/outputs/social-cards/card-fonts.ts';
import { socialCards, undrawnCards } from '../../../../src/outputs/social-cards/social-cards.ts';
import { DEFAULT_PALETTES } from '../../../../src/publication/palette.ts';
import { HEADLINES } from './headlines.ts';

test.each(Object.entries(HEADLINES))(
  'fonts have every character in %s: %s',
  async (_, headline) => {
    expect(await missingCharacters(headline)).toEqual([]);
  },
);

test.each([
  ['Հայերեն', ['Հ', 'ա', 'յ', 'ե', 'ր', 'ն']],
  ['Alert 🔴', ['🔴']],
  ['soft\u00ADhyphen, narrow\u202Fspace, \u2067isolated\u2069, zero\u200Bwidth, joiner\u200D', []],
])('of %j, no font has %j', async (text, missing) => {
  expect(await missingCharacters(text)).toEqual(missing);
});

const publication = { name: 'The Gazette', language: 'en', url: 'https://gazette.example/news/' };
const { paper, ink, accent } = DEFAULT_PALETTES.light;
const colours = { paper, ink, accent };
const articles = [
  { slug: 'plain', file: 'plain.md', article: { headline: 'Plain' } },
  { slug: 'armenian', file: 'armenian.md', article: { headline: 'Երևան', language: 'hy' } },
];

test('an article whose headline no font has gets the card of the publication', async () => {
  const own = { headline: 'The Gazette', publication: '', language: 'en', colours };
  expect(await socialCards(publication, articles)).toEqual([
    { ...own, path: 'social/index.png' },
    { ...own, headline: 'Plain', publication: 'The Gazette', path: 'social/plain.png' },
    { ...own, path: 'social/armenian.png' },
  ]);
  expect(await undrawnCards(publication, articles)).toEqual([
    "The card for sharing is the publication's, because no font of the build has Ե ր և ա ն: armenian.md",
  ]);
});

test('cards have the colours of the light theme', async () => {
  const [own] = await socialCards({ ...publication, colours: { accent: '#7a0026' } }, articles);
  expect(own?.colours).toEqual({ ...colours, accent: '#7a0026' });
});

test('a publication whose name no font has is named by its host on cards', async () => {
  const armenian = { ...publication, name: 'Երևան' };
  const [own, plain] = await socialCards(armenian, articles);
  expect(own?.headline).toBe('gazette.example');
  expect(plain?.publication).toBe('gazette.example');
  expect((await undrawnCards(armenian, []))[0]).toMatch(
    /^Cards for sharing show gazette\.example, .* Ե ր և ա ն: content\/publication\.yaml$/,
  );
});

test('without a url, there are no cards, and nothing is said of them', async () => {
  const { name, language } = publication;
  expect(await socialCards({ name, language }, articles)).toEqual([]);
  expect(await undrawnCards({ name, language }, articles)).toEqual([]);
});
