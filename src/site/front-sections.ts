import type { TopicLink } from './contents.ts';
import type { ListedArticle } from './listed-article.ts';

/** The articles of the front page, as it arranges them. */
export interface FrontSections {
  /** The lead story and the stories beside it. */
  readonly top: readonly ListedArticle[];
  /** A section for each topic with enough articles, in the order of their newest articles. */
  readonly sections: readonly FrontSection[];
  /** The articles that are in none of them. */
  readonly others: readonly ListedArticle[];
}

export interface FrontSection {
  readonly topic: TopicLink;
  readonly articles: readonly ListedArticle[];
}

/** The lead story, and two rows of two beside it. */
const TOP_SIZE = 5;

/** Fewer articles don't fill a row. */
const MIN_SECTION_SIZE = 3;

/** Arranges the articles of the front page by their first topic. Keeps their order within each part. */
export function frontSections(articles: readonly ListedArticle[]): FrontSections {
  const byTopic = Map.groupBy(articles.slice(TOP_SIZE), ({ topic }) => topic?.path);
  const sections: FrontSection[] = [];
  for (const ofTopic of byTopic.values()) {
    const topic = ofTopic[0]?.topic;
    if (topic && ofTopic.length >= MIN_SECTION_SIZE) sections.push({ topic, articles: ofTopic });
  }
  const inSection = new Set(sections.flatMap((section) => section.articles));
  return {
    top: articles.slice(0, TOP_SIZE),
    sections,
    others: articles.slice(TOP_SIZE).filter((article) => !inSection.has(article)),
  };
}
