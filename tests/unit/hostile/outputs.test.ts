import { parseFeed } from '@rowanmanning/feed-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inlineMarkdown } from '../../../src/article/fields.ts';
import { jsonForScript, newsArticle } from '../../../src/outputs/structured-data.ts';
import { atomFeed, jsonFeed, rssFeed } from '../../../src/outputs/feeds/feed.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { newsSitemap } from '../../../src/outputs/sitemap/sitemap.ts';
import { readVectors } from '../../hostile/vectors.ts';
import { noteTried } from '../../tried.ts';
import { faultsOfSitemap, faultsOfXml } from '../../validate-xml.ts';

/** Every vector, because outputs for machines contain texts that pages refuse or sanitize. */
const texts = readVectors().map(({ text }) => text);

const subject = {
  title: 'The Paper',
  publication: 'The Paper',
  language: 'en',
  url: 'https://a.org/',
  articles: texts.map((text, index) => feedArticle(index, text, bodyOf(text))),
};

/** An article with a text in every field. */
function feedArticle(index: number, text: string, html: string) {
  return {
    url: `https://a.org/articles/${index}.html`,
    language: 'en',
    published: '2023-09-19',
    headline: text,
    standfirst: text,
    byline: [text],
    topics: [text],
    html,
  };
}

/** The HTML of a body as feeds contain it. Refused bodies never get into a feed. */
function bodyOf(text: string): string {
  const { html, faults } = renderBody(text.replaceAll('\0', ''), 'en');
  return faults.length > 0 ? '' : html.replaceAll('\0', '');
}

describe.each([
  ['Atom', atomFeed],
  ['RSS', rssFeed],
])('%s', (_, write) => {
  test('is well-formed and has all entries with a vector in every field', async () => {
    const xml = write(subject, 'https://a.org/feed');
    noteTried({ cases: 5 * texts.length });
    expect(await faultsOfXml(xml)).toEqual([]);
    const addresses = parseFeed(xml).items.map(({ url }) => url);
    expect(addresses).toEqual(subject.articles.map(({ url }) => url));
  });
});

test('JSON Feed contains the exact vectors', () => {
  const feed: unknown = JSON.parse(jsonFeed(subject, 'https://a.org/feed'));
  noteTried({ cases: 5 * texts.length });
  expect(feed).toMatchObject({
    items: subject.articles.map(({ headline, standfirst, html }) => {
      return { title: headline, summary: standfirst, content_html: html };
    }),
  });
});

/** The limit of a news sitemap. */
const MAX_NEWS = 1000;

test('the news sitemap is valid with vectors as headlines', async () => {
  const now = Date.parse('2023-09-19T12:00:00Z');
  // Invisible headlines are refused earlier. So are comments, which are no danger here.
  const headlines = texts.filter((text) => inlineMarkdown.safeParse(text).success);
  for (let from = 0; from < headlines.length; from += MAX_NEWS) {
    const some = headlines.slice(from, from + MAX_NEWS);
    const articles = some.map((headline, index) => {
      const path = `articles/${index}.html` as const;
      return { path, headline, language: 'en', published: '2023-09-19' };
    });
    const xml = newsSitemap(articles, { name: 'The Paper', url: 'https://a.org/' }, now);
    noteTried({ cases: some.length });
    expect(xml.match(/<url>/g)).toHaveLength(some.length);
    expect(await faultsOfSitemap(xml)).toEqual([]);
  }
});

test('structured data contains the exact vectors, and no character that could end its script', () => {
  for (const text of texts) {
    const data = newsArticle({
      article: {
        headline: text,
        standfirst: text,
        byline: [text],
        dateline: text,
        topics: [text],
        source: { name: text },
      },
      language: 'en',
      publication: { name: text },
      caption: text,
      credit: text,
    });
    const json = jsonForScript(data);
    noteTried({ cases: 9 });
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(data)));
  }
});

/** Any text, often with characters that end scripts, elements, sections and strings. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '</script',
        '<!--',
        ']]>',
        '&',
        '"',
        '\\',
        '\u2028',
        '\0',
        '\uFFFE',
        '\uD800',
        '<',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

test('structured data and feeds are valid with any text', { timeout: 120_000 }, async () => {
  fc.assert(
    fc.property(anyText, (text) => {
      noteTried({ cases: 1 });
      const article = { headline: text, standfirst: text, byline: [text], topics: [text] };
      const data = newsArticle({ article, language: 'en', publication: { name: text } });
      const json = jsonForScript(data);
      expect(json).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(data)));
    }),
    { numRuns: 10_000 },
  );
  // Many articles per feed: a text that breaks out of its entry changes the number of entries.
  const entries = 1000;
  for (let feed = 0; feed < 20; feed++) {
    const articles = fc.sample(anyText, entries).map((text, index) => ({
      ...feedArticle(index, text, text),
      headline: `${text}!`,
    }));
    noteTried({ cases: entries });
    for (const write of [atomFeed, rssFeed]) {
      const xml = write({ ...subject, articles }, 'https://a.org/feed');
      expect(await faultsOfXml(xml)).toEqual([]);
      expect(xml.match(/<(?:entry|item)[ >]/g)).toHaveLength(entries);
    }
    const json: unknown = JSON.parse(jsonFeed({ ...subject, articles }, 'https://a.org/feed'));
    expect(json).toMatchObject({ items: articles.map(({ headline: title }) => ({ title })) });
  }
});
