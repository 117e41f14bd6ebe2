import { describe, expect, test } from 'vitest';
import { fontFamily } from '../../../src/publication/typefaces-schema.ts';
import { read } from './read-yaml.ts';

test('all keys of the face of a publication are read', () => {
  expect(
    read(`navigation: [{ topic: Iran }, { page: about, name: Us }, { author: Ada }, { series: Storm }, { name: Shop, url: https://shop.example }]
footer: []
copyright: © 2024 A & B
licence: CC BY-NC-SA 4.0
contact: desk@a.example
social: [{ name: Mastodon, url: https://social.example/@a }]
logo: { light: logo.svg, dark: ./logo-dark.png }
icon: icon.png
typefaces: { text: [Iowan Old Style, Palatino], labels: Avenir Next }
articlesPerPage: 12
show: { listen: false }
`),
  ).toMatchObject({
    footer: [],
    licence: {
      name: 'CC BY-NC-SA 4.0',
      url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
    },
    contact: { name: 'desk@a.example', url: 'mailto:desk@a.example' },
    logo: { light: './logo.svg', dark: './logo-dark.png' },
    typefaces: { text: ['Iowan Old Style', 'Palatino'], labels: ['Avenir Next'] },
    articlesPerPage: 12,
    show: { listen: false },
  });
});

test.each([
  ['CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  ['cc by 3.0', 'https://creativecommons.org/licenses/by/3.0/'],
  ['{ name: Ours, url: https://a.example/licence }', 'https://a.example/licence'],
])('the licence %s has an address', (yaml, url) => {
  expect(read(`licence: ${yaml}\n`)).toMatchObject({ licence: { url } });
});

describe('an error names the line, the key and what would be right', () => {
  test.each([
    ['navigation: [{ name: A }]', 'line 3, navigation[1]: The link leads nowhere.'],
    ['navigation: [{ topic: a, series: b }]', 'The link has both topic and series.'],
    ['navigation: [{ page: a, topic: b }]', 'The link has both page and topic.'],
    ['navigation: [{ url: https://a.example }]', 'The link has no name.'],
    ['navigation: [{ pag: a }]', 'Did you mean "page"?'],
    ['navigation: [{ url: "javascript:alert(1)", name: A }]', 'is not a web address.'],
    ['navigation: about', 'The value must be a list.'],
    [
      'navigation: about',
      'page, topic, author, series, url, name.\n    navigation:\n      - page: …',
    ],
    ['navigation: [about]', '    navigation:\n      - page: …'],
    ['logo: logo.svg', '    logo:\n      light: …'],
    ['licence: Public', '"Public" is not a licence with a known address.'],
    ['license: CC BY 4.0', 'Did you mean "licence"?'],
    ['contact: nobody', 'is neither an email address nor a web address.'],
    ['contact: "a@b.example?subject=x"', 'is neither an email address nor a web address.'],
    ['logo: logo.svg', 'The value must be a group of keys and values.'],
    ['logo: { light: ../logo.svg }', 'is not the name of an SVG or PNG file'],
    ['icon: https://a.example/icon.png', 'is not the name of an SVG or PNG file'],
    ['icon: icon.jpg', 'is not the name of an SVG or PNG file'],
    ['articlesPerPage: 500', '"500" is not a number from 5 to 50.'],
    ['show: { listen: no }', 'show.listen: "no" is neither true nor false.'],
    ['colours: { accent: red }', '"red" is not a colour.'],
    ['typefaces: { text: "a;}body{display:none" }', 'is not the name of a typeface.'],
    ['typefaces: { text: "url(//a.example)" }', 'is not the name of a typeface.'],
  ])('%s', (yaml, message) => {
    expect(read(`${yaml}\n`)).toContain(message);
  });
});

test('names of typefaces are quoted, generic families are not, and one is always last', () => {
  expect(fontFamily(['Iowan Old Style', 'serif'], 'serif')).toBe('"Iowan Old Style",serif');
  expect(fontFamily(['Avenir Next'], 'sans-serif')).toBe('"Avenir Next",sans-serif');
});

test.each(['Europe/Berlin', 'Asia/Kolkata', 'UTC', 'America/Argentina/Buenos_Aires'])(
  'a time zone can be %s',
  (timezone) => {
    expect(read(`timezone: ${timezone}`)).toMatchObject({ timezone });
  },
);

test.each([
  ['Europe/Berlim', 'Did you mean "Europe/Berlin"?'],
  ['Berlin', 'Did you mean "Europe/Berlin"?'],
  ['new york', 'Did you mean "America/New_York"?'],
  ["'+02:00'", 'Write the name of a region and a city: Europe/Berlin'],
  ['MESZ-Zeit', 'Write the name of a region and a city: Europe/Berlin'],
])('the time zone %s is an error with a suggestion', (timezone, right) => {
  expect(read(`timezone: ${timezone}`)).toContain(right);
});
