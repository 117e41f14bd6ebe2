import type { APIRoute, GetStaticPaths } from 'astro';
import {
  ARCHIVE_PAGE,
  CORRECTIONS_PAGE,
  authorPath,
  frontPagePath,
  seriesPath,
  topicPath,
  TOPICS_PAGE,
} from '../article/address.ts';
import { divideIntoPages } from '../article/paging.ts';
import { publicationContents } from '../site/contents.ts';
import { NEWS_SITEMAP, newsSitemap, sitemapFiles } from '../outputs/sitemap/sitemap.ts';

/** The sitemap of all pages, and the news sitemap. */
export const getStaticPaths = (async () => {
  const contents = await publicationContents();
  const { publication, articles, topics, series, authors, pages: standing } = contents;
  const { name, url, timezone } = publication;
  if (url === undefined) return [];
  const pages = articles.map((published) => {
    const { path, article } = published;
    const languages = contents.translationsOf(published);
    return {
      path,
      changed: article.updated ?? article.published,
      ...(languages.length > 1 && { languages }),
    };
  });
  const headlines = articles.map(({ path, article, language, published }) => ({
    path,
    language,
    published,
    headline: article.headline,
  }));
  const lists = [
    ...divideIntoPages(articles, frontPagePath, publication.articlesPerPage).map(({ path }) => ({
      path,
    })),
    ...(topics.length === 0 ? [] : [{ path: TOPICS_PAGE }]),
    ...topics.map(({ slug }) => ({ path: topicPath(slug) })),
    ...series.map(({ slug }) => ({ path: seriesPath(slug) })),
    { path: ARCHIVE_PAGE },
    ...(articles.some(({ article }) => article.corrections) ? [{ path: CORRECTIONS_PAGE }] : []),
    ...authors.all.map(({ slug }) => ({ path: authorPath(slug) })),
    ...standing.map(({ path }) => ({ path })),
  ];
  return [
    ...sitemapFiles([...lists, ...pages], url),
    { path: NEWS_SITEMAP, xml: newsSitemap(headlines, { name, url, timezone }, Date.now()) },
  ].map(({ path, xml }) => ({
    params: { sitemap: path.replace(/\.xml$/, '') },
    props: { text: xml },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
