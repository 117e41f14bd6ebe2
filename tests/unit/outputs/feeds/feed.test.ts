import { parseFeed } from '@rowanmanning/feed-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  atomFeed,
  jsonFeed,
  rssFeed,
  type FeedArticle,
} from '../../../../src/outputs/feeds/feed.ts';
import { stripInvalidXml } from '../../../../src/outputs/feeds/strip-invalid-xml.ts';
import { faultsOfXml } from '../../../validate-xml.ts';

// Without entities, because this parser decodes them twice.
const hostile = `</title>]]><b>& x"'\u0000\u0008\u000B\uFFFE\uFFFF\uD800<!--`;

function feed(...articles: Partial<FeedArticle>[]) {
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
  test('contains hostile text unchanged, except for characters that XML forbids', async () => {
    const xml = write(
      feed({
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
    expect(item?.title).toBe(stripInvalidXml(hostile));
    expect(item?.content).toBe(`<p>${stripInvalidXml(hostile)}</p>`);
    expect(item?.authors.map(({ name }) => name)).toEqual([stripInvalidXml(hostile)]);
    expect(item?.categories.map(({ term }) => term)).toEqual([stripInvalidXml(hostile)]);
  });

  test('is well-formed for any text', async () => {
    const texts = fc.sample(fc.string({ unit: 'binary' }), 200);
    const articles = texts.map((text) => ({ headline: text, html: text, published: '2023-09-19' }));
    expect(await faultsOfXml(write(feed(...articles), self))).toEqual([]);
  });

  test('converts dates to UTC, and dates without a time to midnight UTC', () => {
    const xml = write(
      feed({ published: '2023-09-19T14:30:00+03:00' }, { published: '2023-09-18' }),
      self,
    );
    expect(parseFeed(xml).items.map(({ published }) => published?.toISOString())).toEqual([
      '2023-09-19T11:30:00.000Z',
      '2023-09-18T00:00:00.000Z',
    ]);
  });
});

test('an Atom feed contains only articles with a date', () => {
  const xml = atomFeed(feed({ published: '2023-09-18' }, {}), self);
  expect(parseFeed(xml).items.map(({ url }) => url)).toEqual(['https://a.org/articles/0.html']);
  expect(xml).toContain('<updated>2023-09-18T00:00:00.000Z</updated>');
});

test('RSS and JSON feeds contain no date for an article without one', () => {
  expect(rssFeed(feed({}), self)).not.toMatch(/date/i);
  expect(jsonFeed(feed({}), self)).not.toMatch(/date/i);
});

test('a feed contains no author, topic, summary or description that nobody supplied', () => {
  const item: unknown = JSON.parse(jsonFeed(feed({}), self));
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
