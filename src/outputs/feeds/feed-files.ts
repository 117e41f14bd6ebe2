import type { SitePath } from '../../article/address.ts';
import { atomFeed, jsonFeed, rssFeed, type FeedContent } from './feed.ts';

/** A feed format. */
export interface FeedFormat {
  readonly name: string;
  /** The media type, for `<link type>`. */
  readonly type: string;
  /** The file extension, without a leading dot. */
  readonly extension: string;
  /** Whether a feed of these articles has at least one entry. */
  readonly hasEntries: (
    articles: readonly { readonly published?: string | undefined }[],
  ) => boolean;
  /** @param self the feed's own URL */
  readonly write: (content: FeedContent, self: string) => string;
}

/** All formats, the most detailed first, because feed readers take the first one. */
export const feedFormats: readonly FeedFormat[] = [
  {
    name: 'Atom',
    type: 'application/atom+xml',
    extension: 'atom.xml',
    hasEntries: (articles) => articles.some(({ published }) => published !== undefined),
    write: atomFeed,
  },
  {
    name: 'RSS',
    type: 'application/rss+xml',
    extension: 'rss.xml',
    hasEntries: () => true,
    write: rssFeed,
  },
  {
    name: 'JSON Feed',
    type: 'application/feed+json',
    extension: 'feed.json',
    hasEntries: () => true,
    write: jsonFeed,
  },
];

/** The maximum number of articles in a feed. Feeds contain the newest. */
export const FEED_SIZE = 50;

/** Returns the path of the publication's feed, or of that of a list: `topics/iran`. */
function feedPath({ extension }: Pick<FeedFormat, 'extension'>, list?: string): SitePath {
  return list === undefined ? extension : `${list}.${extension}`;
}

/**
 * Returns the feeds of a list of articles, for the `<head>` of pages.
 * @param title the publication's name, or the topic's
 * @param list the path of the list's page without `.html`: `topics/iran`
 */
export function feedsOf(
  articles: readonly { readonly published?: string | undefined }[],
  title: string,
  list?: string,
) {
  return feedFormats
    .filter(({ hasEntries }) => hasEntries(articles.slice(0, FEED_SIZE)))
    .map((format) => ({
      format,
      path: feedPath(format, list),
      type: format.type,
      title: `${title} (${format.name})`,
    }));
}
