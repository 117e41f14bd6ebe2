import type { APIRoute, GetStaticPaths } from 'astro';
import { absoluteAddress, FRONT_PAGE, topicPath } from '../article/address.ts';
import { publicationContents } from '../collection/contents.ts';
import { feedArticle } from '../collection/feed-article.ts';
import { FEED_SIZE, feedsOf } from '../feeds/feed-files.ts';

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
  const files = subjects.map(async ({ title, description, path, articles, slug }) => {
    const newest = articles.slice(0, FEED_SIZE);
    const subject = {
      ...{ title, publication: name, description, language },
      url: absoluteAddress(url, path),
      articles: await Promise.all(newest.map((article) => feedArticle(article, url))),
    };
    return feedsOf(newest, title, slug).map(({ format, path }) => ({
      params: { feed: path },
      props: { text: format.write(subject, absoluteAddress(url, path)) },
    }));
  });
  return (await Promise.all(files)).flat();
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
