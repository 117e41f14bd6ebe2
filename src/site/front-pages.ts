import { frontPagePath, topicPath } from '../article/address.ts';
import { divideIntoPages, type ListPage } from '../article/paging.ts';
import { publicationContents, siteOf, type TopicLink } from './contents.ts';
import { listedArticle, type ListedArticle } from './listed-article.ts';
import type { Site } from './site.ts';

/** As many as stand in one line of a wide screen. */
const MOST_TOPICS = 8;

/** The front page, or a page that goes on from it. */
export interface FrontPage {
  readonly site: Site;
  readonly page: ListPage<ListedArticle>;
  /** The topics with the most articles. */
  readonly topics: readonly TopicLink[];
}

/** The front page, and those that go on from it: at least one. */
export async function frontPages(): Promise<FrontPage[]> {
  const contents = await publicationContents();
  const articles = contents.articles.map((article) => listedArticle(article, contents));
  const topics = contents.topics
    .slice(0, MOST_TOPICS)
    .map(({ name, slug }) => ({ name, path: topicPath(slug) }));
  return divideIntoPages(articles, frontPagePath).map((page) => ({
    site: siteOf(contents),
    page,
    // Only the first page shows them.
    topics: page.number === 1 ? topics : [],
  }));
}
