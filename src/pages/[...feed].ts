import type { APIRoute, GetStaticPaths } from 'astro';
import {
  absoluteAddress,
  authorPath,
  FRONT_PAGE,
  seriesPath,
  topicPath,
} from '../article/address.ts';
import { publicationContents, type PublishedArticle } from '../site/contents.ts';
import { feedArticle } from '../outputs/feeds/feed-article.ts';
import { withCacheKeys } from '../site/page-key.ts';
import type { FeedContent } from '../outputs/feeds/feed.ts';
import { FEED_SIZE, feedFormats, feedsOf } from '../outputs/feeds/feed-files.ts';

interface Props {
  /** The format's name. */
  readonly format: string;
  readonly metadata: Omit<FeedContent, 'articles'>;
  readonly newest: readonly PublishedArticle[];
  readonly publicationUrl: string;
}

/** Feeds of the publication, of each topic, series and author. None without a `url`, because their URLs are absolute. */
export const getStaticPaths = (async () => {
  const { publication, articles, topics, series, authors } = await publicationContents();
  const { name, url, description, language, copyright, licence, timezone } = publication;
  if (url === undefined) return [];
  const rights = [copyright, licence?.name].filter((part) => part !== undefined).join(' ');
  const lists = [
    { title: name, description, path: FRONT_PAGE, articles, list: undefined },
    ...topics.map(({ name: topic, slug, articles }) => ({
      title: `${topic} · ${name}`,
      description: undefined,
      path: topicPath(slug),
      articles,
      list: `topics/${slug}`,
    })),
    ...series.map(({ name: title, slug, articles }) => ({
      title: `${title} · ${name}`,
      description: undefined,
      path: seriesPath(slug),
      articles,
      list: `series/${slug}`,
    })),
    ...authors.all
      .filter(({ articles }) => articles.length > 0)
      .map(({ name: author, slug, articles }) => ({
        title: `${author} · ${name}`,
        description: undefined,
        path: authorPath(slug),
        articles,
        list: `authors/${slug}`,
      })),
  ];
  const files = lists.flatMap(({ title, description, path, articles, list }) => {
    const newest = articles.slice(0, FEED_SIZE);
    const metadata = {
      title,
      publication: name,
      description,
      language,
      timezone,
      rights: rights === '' ? undefined : rights,
      url: absoluteAddress(url, path),
    };
    return feedsOf(newest, title, list).map(({ format, path }) => ({
      params: { feed: path },
      props: { format: format.name, metadata, newest, publicationUrl: url },
    }));
  });
  return withCacheKeys(files);
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props, params }) => {
  const { metadata, newest, publicationUrl } = props;
  const format = feedFormats.find(({ name }) => name === props.format);
  const articles = newest.map((article) => feedArticle(article, publicationUrl));
  const self = absoluteAddress(publicationUrl, params.feed ?? '');
  return new Response(format?.write({ ...metadata, articles: await Promise.all(articles) }, self));
};
