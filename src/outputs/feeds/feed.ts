import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { startOfDate } from '../../article/date.ts';
import { stripInvalidXml } from './strip-invalid-xml.ts';

/** An article in a feed. All URLs are absolute. */
export interface FeedArticle {
  /** The URL of the article's page, which is also its id. */
  readonly url: string;
  readonly headline: string;
  readonly standfirst?: string | undefined;
  readonly byline?: readonly string[] | undefined;
  /** The date, or date and time, in the front matter. */
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly language: string;
  readonly topics: readonly string[];
  /** The full text, as HTML. */
  readonly html: string;
  /** Absent if there are none. */
  readonly recordings?: readonly FeedRecording[];
}

/** Sound or video, for podcast players. */
export interface FeedRecording {
  readonly url: string;
  readonly player: 'audio' | 'video';
  /** The media type. */
  readonly type: string;
  readonly bytes: number;
}

/** The content of a feed: the articles of the publication, or of a topic. */
export interface FeedContent {
  readonly title: string;
  /** The publication's name. */
  readonly publication: string;
  readonly description?: string | undefined;
  readonly language: string;
  /** Copyright and licence. Plain text. */
  readonly rights?: string | undefined;
  /** Where a date without a time begins. Defaults to UTC. */
  readonly timezone?: string | undefined;
  /** The URL of the page that lists these articles. */
  readonly url: string;
  /** Newest first. */
  readonly articles: readonly FeedArticle[];
}

/**
 * Returns an Atom feed (RFC 4287) of the articles that have a date. Atom requires one for each entry.
 * @param self the feed's own URL
 * @throws TypeError if no article has a date
 */
export function atomFeed(content: FeedContent, self: string): string {
  const entries = content.articles.flatMap(({ published, updated, ...article }) => {
    const changed = updated ?? published;
    return changed === undefined ? [] : [{ ...article, published, changed }];
  });
  const newest = entries
    .map(({ changed }) => changed)
    .toSorted((a, b) => startOfDate(b, content.timezone) - startOfDate(a, content.timezone))[0];
  if (newest === undefined) throw new TypeError('An Atom feed needs an article with a date.');
  return generateAtomFeed(
    stripInvalidXmlIn({
      id: self,
      title: { value: content.title },
      ...(content.description !== undefined && { subtitle: { value: content.description } }),
      ...(content.rights !== undefined && { rights: { value: content.rights } }),
      // Atom requires an author. The publication is the author of entries without a byline.
      authors: [{ name: content.publication }],
      updated: toTimestamp(newest, content),
      links: [
        { href: self, rel: 'self', type: 'application/atom+xml' },
        { href: content.url, rel: 'alternate', type: 'text/html' },
      ],
      xml: { lang: content.language },
      entries: entries.map((article) => ({
        id: article.url,
        title: { value: article.headline },
        links: [
          { href: article.url, rel: 'alternate', type: 'text/html' },
          ...(article.recordings ?? []).map(({ url, type, bytes }) => {
            return { href: url, rel: 'enclosure', type, length: bytes };
          }),
        ],
        ...(article.byline && { authors: article.byline.map((name) => ({ name })) }),
        ...(article.published !== undefined && {
          published: toTimestamp(article.published, content),
        }),
        updated: toTimestamp(article.changed, content),
        categories: article.topics.map((term) => ({ term })),
        ...(article.standfirst !== undefined && { summary: { value: article.standfirst } }),
        content: { type: 'html', value: article.html },
        xml: { lang: article.language },
      })),
    }),
  );
}

/** Returns an RSS 2.0 feed (https://www.rssboard.org/rss-specification). */
export function rssFeed(content: FeedContent, self: string): string {
  return generateRssFeed(
    stripInvalidXmlIn({
      title: content.title,
      link: content.url,
      // RSS requires a description.
      description: content.description ?? content.title,
      language: content.language,
      ...(content.rights !== undefined && { copyright: content.rights }),
      atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] },
      items: content.articles.map((article) => ({
        title: article.headline,
        link: article.url,
        guid: { value: article.url, isPermaLink: true },
        ...(article.standfirst !== undefined && { description: article.standfirst }),
        ...(article.published !== undefined && {
          pubDate: toTimestamp(article.published, content),
        }),
        ...(article.byline && { dc: { creators: [...article.byline] } }),
        categories: article.topics.map((name) => ({ name })),
        ...enclosure(article),
        content: { encoded: article.html },
      })),
    }),
  );
}

/** Podcast players expect one at most: the first sound. */
function enclosure({ recordings = [] }: FeedArticle) {
  const sound = recordings.find(({ player }) => player === 'audio');
  if (!sound) return {};
  return { enclosures: [{ url: sound.url, type: sound.type, length: sound.bytes }] };
}

/** Returns a JSON Feed (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(content: FeedContent, self: string): string {
  const feed = generateJsonFeed({
    title: content.title,
    home_page_url: content.url,
    feed_url: self,
    ...(content.description !== undefined && { description: content.description }),
    language: content.language,
    items: content.articles.map((article) => ({
      id: article.url,
      url: article.url,
      title: article.headline,
      content_html: article.html,
      language: article.language,
      ...(article.standfirst !== undefined && { summary: article.standfirst }),
      ...(article.published !== undefined && {
        date_published: toTimestamp(article.published, content),
      }),
      ...(article.updated !== undefined && {
        date_modified: toTimestamp(article.updated, content),
      }),
      ...(article.byline && { authors: article.byline.map((name) => ({ name })) }),
      ...(article.recordings &&
        article.recordings.length > 0 && {
          attachments: article.recordings.map(({ url, type, bytes }) => {
            return { url, mime_type: type, size_in_bytes: bytes };
          }),
        }),
      ...(article.topics.length > 0 && { tags: [...article.topics] }),
    })),
  });
  return JSON.stringify(feed);
}

/**
 * Converts a date to an RFC 3339 timestamp, because feed formats have no dates without a time. Such
 * dates start at midnight in the time zone of the publication, as in the order of articles.
 */
function toTimestamp(date: string, { timezone }: Pick<FeedContent, 'timezone'>): string {
  return new Date(startOfDate(date, timezone)).toISOString();
}

/** Applies `stripInvalidXml` to every string in `data`. */
function stripInvalidXmlIn<Data>(data: Data): Data {
  // Only the contents of strings change, so the type stays the same.
  return stripStrings(data) as Data;
}

function stripStrings(value: unknown): unknown {
  if (typeof value === 'string') return stripInvalidXml(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(stripStrings);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, stripStrings(inner)]),
  );
}
