import type { APIRoute, GetStaticPaths } from 'astro';
import { absoluteAddress, FRONT_PAGE, topicPath } from '../article/address.ts';
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

/** Feeds of the publication and of each topic. None without a `url`, because their URLs are absolute. */
export const getStaticPaths = (async () => {
  const { publication, articles, topics } = await publicationContents();
  const { name, url, description, language } = publication;
  if (url === undefined) return [];
  const lists = [
    { title: name, description, path: FRONT_PAGE, articles, slug: undefined },
    ...topics.map(({ name: topic, slug, articles }) => ({
      title: `${topic} · ${name}`,
      description: undefined,
      path: topicPath(slug),
      articles,
      slug,
    })),
  ];
  const files = lists.flatMap(({ title, description, path, articles, slug }) => {
    const newest = articles.slice(0, FEED_SIZE);
    const metadata = {
      title,
      publication: name,
      description,
      language,
      url: absoluteAddress(url, path),
    };
    return feedsOf(newest, title, slug).map(({ format, path }) => ({
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
