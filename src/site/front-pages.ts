import { frontPagePath, topicPath } from '../article/address.ts';
import { divideIntoPages, type ListPage } from '../article/paging.ts';
import { publicationContents, siteOf, type TopicLink } from './contents.ts';
import { listedArticle, type ListedArticle } from './listed-article.ts';
import type { Site } from './site.ts';

/** Fits one line on a wide screen. */
const MAX_TOPICS = 8;

/** The front page, or one of the pages that continue it. */
export interface FrontPage {
  readonly site: Site;
  readonly page: ListPage<ListedArticle>;
  /** The topics with the most articles. Empty except on the first page. */
  readonly topics: readonly TopicLink[];
}

/** Returns the front page and the pages that continue it. There is always a first page. */
export async function frontPages(): Promise<FrontPage[]> {
  const contents = await publicationContents();
  const { publication } = contents;
  const lead = contents.articles.filter(({ slug }) => slug === publication.lead);
  const others = contents.articles.filter(({ slug }) => slug !== publication.lead);
  const articles = [...lead, ...others].map((article) => listedArticle(article, contents));
  // With a navigation of the publisher's, the topics are not shown a second time.
  const topics = (publication.navigation ? [] : contents.topics)
    .slice(0, MAX_TOPICS)
    .map(({ name, slug }) => ({ name, path: topicPath(slug) }));
  return divideIntoPages(articles, frontPagePath, publication.articlesPerPage).map((page) => ({
    site: siteOf(contents),
    page,
    topics: page.number === 1 ? topics : [],
  }));
}
