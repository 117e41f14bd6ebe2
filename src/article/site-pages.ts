import {
  ARCHIVE_PAGE,
  archivePath,
  articlePath,
  authorPath,
  CORRECTIONS_PAGE,
  frontPagePath,
  OFFLINE_PAGE,
  pagePath,
  SEARCH_PAGE,
  seriesPath,
  topicPath,
  TOPICS_PAGE,
  type SitePath,
} from './address.ts';
import { archive } from './archive.ts';
import { groupByAuthor, type AuthorProfile } from './authors.ts';
import { divideIntoPages } from './paging.ts';
import type { ArticleFrontMatter } from './schema.ts';
import { groupBySeries } from './series.ts';
import { groupByTopic } from './topics.ts';

/** The texts that pages are made from. */
export interface PageSources {
  /** The published articles, in any order. */
  readonly articles: readonly {
    readonly slug: string;
    readonly article: ArticleFrontMatter<unknown>;
    readonly expired: boolean;
  }[];
  readonly pages: readonly { readonly slug: string }[];
  readonly authors: readonly AuthorProfile[];
  readonly articlesPerPage?: number | undefined;
}

/**
 * Returns the paths of all HTML pages that the routes in `src/pages/` make of texts. A test compares
 * them with a built site.
 */
export function sitePages({
  articles,
  pages,
  authors,
  articlesPerPage,
}: PageSources): Set<SitePath> {
  const listed = articles.filter(({ expired }) => !expired);
  const ofList = (items: readonly unknown[], pathOf: (number: number) => SitePath): SitePath[] =>
    divideIntoPages(items, pathOf, articlesPerPage).map(({ path }) => path);
  const topics = groupByTopic(listed, ({ article }) => article.topics ?? []);
  const series = groupBySeries(listed, ({ article }) => article.series);
  const byAuthor = groupByAuthor(listed, ({ article }) => article.byline ?? [], authors);
  const { years, undated } = archive(listed.map(({ article }) => article));
  const isCorrected = listed.some(({ article }) => article.corrections?.length);
  return new Set([
    ...['404.html', ARCHIVE_PAGE, OFFLINE_PAGE, SEARCH_PAGE, TOPICS_PAGE],
    ...ofList(listed, frontPagePath),
    ...articles.map(({ slug }) => articlePath(slug)),
    ...articles.flatMap(({ article }) => article.aliases ?? []),
    ...pages.map(({ slug }) => pagePath(slug)),
    ...topics.flatMap(({ slug, articles }) => ofList(articles, (n) => topicPath(slug, n))),
    ...series.flatMap(({ slug, parts }) => ofList(parts, (n) => seriesPath(slug, n))),
    ...byAuthor.all.flatMap(({ slug, articles }) => ofList(articles, (n) => authorPath(slug, n))),
    ...years.map(({ year }) => archivePath(year)),
    ...(undated.length > 0 ? [archivePath(undefined)] : []),
    ...(isCorrected ? [CORRECTIONS_PAGE] : []),
  ]);
}
