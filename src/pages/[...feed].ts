import type { APIRoute, GetStaticPaths } from 'astro';
import { absoluteAddress, FRONT_PAGE, topicPath } from '../article/address.ts';
import { publicationContents, type PublishedArticle } from '../site/contents.ts';
import { feedArticle } from '../outputs/feeds/feed-article.ts';
import { withCacheKeys } from '../site/page-key.ts';
import type { FeedSubject } from '../outputs/feeds/feed.ts';
import { FEED_SIZE, feedFormats, feedsOf } from '../outputs/feeds/feed-files.ts';

interface Props {
  /** The format's name. */
  readonly format: string;
  readonly subject: Omit<FeedSubject, 'articles'>;
  readonly newest: readonly PublishedArticle[];
  /** Where the publication stands on the web. */
  readonly publicationUrl: string;
}

/** Feeds of the publication and of each topic, where their addresses can be absolute. */
export const getStaticPaths = (async () => {
  const { publication, articles, topics } = await publicationContents();
  const { name, url, description, language } = publication;
  if (url === undefined) return [];
  const subjects = [
    { title: name, description, path: FRONT_PAGE, articles, slug: undefined },
    ...topics.map(({ name: topic, slug, articles }) => ({
      ...{ title: `${topic} · ${name}`, description: undefined },
      ...{ path: topicPath(slug), articles, slug },
    })),
  ];
  const files = subjects.flatMap(({ title, description, path, articles, slug }) => {
    const newest = articles.slice(0, FEED_SIZE);
    const subject = {
      ...{ title, publication: name, description, language },
      url: absoluteAddress(url, path),
    };
    return feedsOf(newest, title, slug).map(({ format, path }) => ({
      params: { feed: path },
      props: { format: format.name, subject, newest, publicationUrl: url },
    }));
  });
  return withCacheKeys(files);
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props, params }) => {
  const { subject, newest, publicationUrl } = props;
  const format = feedFormats.find(({ name }) => name === props.format);
  const articles = newest.map((article) => feedArticle(article, publicationUrl));
  const self = absoluteAddress(publicationUrl, params.feed ?? '');
  return new Response(format?.write({ ...subject, articles: await Promise.all(articles) }, self));
};
