import { parseFeed } from '@rowanmanning/feed-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  atomFeed,
  jsonFeed,
  rssFeed,
  type FeedArticle,
} from '../../../../src/outputs/feeds/feed.ts';
import { xmlText } from '../../../../src/outputs/feeds/xml-text.ts';
import { faultsOfXml } from '../../../validate-xml.ts';

// No entities: this parser is one of those that decode what was never encoded.
const hostile = `</title>]]><b>& x"'\u0000\u0008\u000B\uFFFE\uFFFF\uD800<!--`;

function subject(...articles: Partial<FeedArticle>[]) {
  return {
    title: 'The Paper',
    publication: 'The Paper',
    language: 'en',
    url: 'https://a.org/',
    articles: articles.map((article, index) => ({
      url: `https://a.org/articles/${index}.html`,
      headline: 'A headline',
      language: 'en',
      topics: [],
      html: '<p>Text</p>',
      ...article,
    })),
  };
}

const self = 'https://a.org/feed';

describe.each([
  ['Atom', atomFeed],
  ['RSS', rssFeed],
])('%s', (_, write) => {
  test('is well-formed whatever stands in its fields, and says it all but what XML forbids', async () => {
    const xml = write(
      subject({
        headline: hostile,
        standfirst: hostile,
        byline: [hostile],
        topics: [hostile],
        html: `<p>${hostile}</p>`,
        published: '2023-09-19',
      }),
      self,
    );
    expect(await faultsOfXml(xml)).toEqual([]);
    const [item] = parseFeed(xml).items;
    expect(item?.title).toBe(xmlText(hostile));
    expect(item?.content).toBe(`<p>${xmlText(hostile)}</p>`);
    expect(item?.authors.map(({ name }) => name)).toEqual([xmlText(hostile)]);
    expect(item?.categories.map(({ term }) => term)).toEqual([xmlText(hostile)]);
  });

  test('is well-formed for any text', async () => {
    const texts = fc.sample(fc.string({ unit: 'binary' }), 200);
    const articles = texts.map((text) => ({ headline: text, html: text, published: '2023-09-19' }));
    expect(await faultsOfXml(write(subject(...articles), self))).toEqual([]);
  });

  test('keeps the moment of a date with its offset, and begins a bare day in UTC', () => {
    const xml = write(
      subject({ published: '2023-09-19T14:30:00+03:00' }, { published: '2023-09-18' }),
      self,
    );
    expect(parseFeed(xml).items.map(({ published }) => published?.toISOString())).toEqual([
      '2023-09-19T11:30:00.000Z',
      '2023-09-18T00:00:00.000Z',
    ]);
  });
});

test('Atom, which demands dates, is without the articles that have none', () => {
  const xml = atomFeed(subject({ published: '2023-09-18' }, {}), self);
  expect(parseFeed(xml).items.map(({ url }) => url)).toEqual(['https://a.org/articles/0.html']);
  expect(xml).toContain('<updated>2023-09-18T00:00:00.000Z</updated>');
});

test('RSS and JSON Feed give an article without a date none', () => {
  expect(rssFeed(subject({}), self)).not.toMatch(/date/i);
  expect(jsonFeed(subject({}), self)).not.toMatch(/date/i);
});

test('nothing that is absent is in a feed: no author, no topic, no summary, no description', () => {
  const item: unknown = JSON.parse(jsonFeed(subject({}), self));
  expect(item).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Paper',
    home_page_url: 'https://a.org/',
    feed_url: self,
    language: 'en',
    items: [
      {
        id: 'https://a.org/articles/0.html',
        url: 'https://a.org/articles/0.html',
        title: 'A headline',
        content_html: '<p>Text</p>',
        language: 'en',
      },
    ],
  });
});
