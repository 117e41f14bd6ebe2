import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { startOfDate } from '../../article/date.ts';
import { xmlText } from './xml-text.ts';

/** An article as a feed carries it, all its addresses absolute. */
export interface FeedArticle {
  /** The article's page; also what tells it from others. */
  readonly url: string;
  readonly headline: string;
  readonly standfirst?: string | undefined;
  readonly byline?: readonly string[] | undefined;
  /** As in the front matter. */
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly language: string;
  readonly topics: readonly string[];
  /** The full text. */
  readonly html: string;
}

/** What a feed is of: the publication, or one of its topics. */
export interface FeedSubject {
  readonly title: string;
  /** The publication's name: who stands for the feed. */
  readonly publication: string;
  readonly description?: string | undefined;
  readonly language: string;
  /** The page that lists the same articles. */
  readonly url: string;
  /** In the publication's order. */
  readonly articles: readonly FeedArticle[];
}

/**
 * An Atom feed (RFC 4287). Atom demands a date of every entry and of the feed; nobody's article is
 * given one that it does not have, so those without a date are not in it.
 * @param self the feed's own address
 * @throws TypeError if no article has a date
 */
export function atomFeed(subject: FeedSubject, self: string): string {
  const entries = subject.articles.flatMap(({ published, updated, ...article }) => {
    const changed = updated ?? published;
    return changed === undefined ? [] : [{ ...article, published, changed }];
  });
  const newest = entries
    .map(({ changed }) => changed)
    .toSorted((a, b) => startOfDate(b) - startOfDate(a))[0];
  if (newest === undefined) throw new TypeError('An Atom feed needs an article with a date.');
  return generateAtomFeed(
    withXmlText({
      id: self,
      title: { value: subject.title },
      ...(subject.description !== undefined && { subtitle: { value: subject.description } }),
      // Atom wants a name for entries without one. The publication answers for what it publishes.
      authors: [{ name: subject.publication }],
      updated: moment(newest),
      links: [
        { href: self, rel: 'self', type: 'application/atom+xml' },
        { href: subject.url, rel: 'alternate', type: 'text/html' },
      ],
      xml: { lang: subject.language },
      entries: entries.map((article) => ({
        id: article.url,
        title: { value: article.headline },
        links: [{ href: article.url, rel: 'alternate', type: 'text/html' }],
        ...(article.byline && { authors: article.byline.map((name) => ({ name })) }),
        ...(article.published !== undefined && { published: moment(article.published) }),
        updated: moment(article.changed),
        categories: article.topics.map((term) => ({ term })),
        ...(article.standfirst !== undefined && { summary: { value: article.standfirst } }),
        content: { type: 'html', value: article.html },
        xml: { lang: article.language },
      })),
    }),
  );
}

/** An RSS 2.0 feed (https://www.rssboard.org/rss-specification), with the full text. */
export function rssFeed(subject: FeedSubject, self: string): string {
  return generateRssFeed(
    withXmlText({
      title: subject.title,
      link: subject.url,
      // RSS demands a description. Where nobody wrote one, the title is all there is to say.
      description: subject.description ?? subject.title,
      language: subject.language,
      atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] },
      items: subject.articles.map((article) => ({
        title: article.headline,
        link: article.url,
        guid: { value: article.url, isPermaLink: true },
        ...(article.standfirst !== undefined && { description: article.standfirst }),
        ...(article.published !== undefined && { pubDate: moment(article.published) }),
        ...(article.byline && { dc: { creators: [...article.byline] } }),
        categories: article.topics.map((name) => ({ name })),
        content: { encoded: article.html },
      })),
    }),
  );
}

/** A JSON Feed (https://www.jsonfeed.org/version/1.1/), with the full text. */
export function jsonFeed(subject: FeedSubject, self: string): string {
  const feed = generateJsonFeed({
    title: subject.title,
    home_page_url: subject.url,
    feed_url: self,
    ...(subject.description !== undefined && { description: subject.description }),
    language: subject.language,
    items: subject.articles.map((article) => ({
      id: article.url,
      url: article.url,
      title: article.headline,
      content_html: article.html,
      language: article.language,
      ...(article.standfirst !== undefined && { summary: article.standfirst }),
      ...(article.published !== undefined && { date_published: moment(article.published) }),
      ...(article.updated !== undefined && { date_modified: moment(article.updated) }),
      ...(article.byline && { authors: article.byline.map((name) => ({ name })) }),
      ...(article.topics.length > 0 && { tags: [...article.topics] }),
    })),
  });
  return JSON.stringify(feed);
}

/**
 * A date as feeds demand it: with a time (RFC 3339). A bare day begins in UTC, as it does in the
 * order of articles; no feed format can hold a day alone.
 */
function moment(date: string): string {
  return new Date(startOfDate(date)).toISOString();
}

/** The same data, every text in it as XML can hold it. */
function withXmlText<Data>(data: Data): Data {
  // Only characters within texts are gone: the shape is that of the argument.
  return cleaned(data) as Data;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return xmlText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cleaned);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
}
