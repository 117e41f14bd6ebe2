import type { SitePath } from '../../article/address.ts';
import { atomFeed, jsonFeed, rssFeed, type FeedSubject } from './feed.ts';

/** A format of feeds: how it is announced, named and written. */
export interface FeedFormat {
  readonly name: string;
  /** Its media type, as `<link type>` announces it. */
  readonly type: string;
  /** The end of its file's name. */
  readonly ending: string;
  /** Whether it can say anything of these articles. */
  readonly holds: (articles: readonly { readonly published?: string | undefined }[]) => boolean;
  readonly write: (subject: FeedSubject, self: string) => string;
}

/** Every format, the one that says most first: that is what a reader of feeds takes. */
export const feedFormats: readonly FeedFormat[] = [
  {
    name: 'Atom',
    type: 'application/atom+xml',
    ending: 'atom.xml',
    holds: (articles) => articles.some(({ published }) => published !== undefined),
    write: atomFeed,
  },
  {
    name: 'RSS',
    type: 'application/rss+xml',
    ending: 'rss.xml',
    holds: () => true,
    write: rssFeed,
  },
  {
    name: 'JSON Feed',
    type: 'application/feed+json',
    ending: 'feed.json',
    holds: () => true,
    write: jsonFeed,
  },
];

/** How many articles a feed carries: the newest, as the lists have them. */
export const FEED_SIZE = 50;

/** Where a feed stands: that of the publication, or of the topic with this slug. */
function feedPath({ ending }: Pick<FeedFormat, 'ending'>, topicSlug?: string): SitePath {
  return topicSlug === undefined ? ending : `topics/${topicSlug}.${ending}`;
}

/**
 * The feeds that there are of some articles, for the head of a page.
 * @param title what the articles have in common: the publication's name, or the topic's
 */
export function feedsOf(
  articles: readonly { readonly published?: string | undefined }[],
  title: string,
  topicSlug?: string,
) {
  return feedFormats
    .filter(({ holds }) => holds(articles.slice(0, FEED_SIZE)))
    .map((format) => ({
      format,
      path: feedPath(format, topicSlug),
      type: format.type,
      title: `${title} (${format.name})`,
    }));
}
