import { groupByTopic, topicSlug } from './topics.ts';

/** The place of an article in a series. */
export interface SeriesPart {
  readonly name: string;
  /** Counted from 1. */
  readonly part?: number | undefined;
}

export interface Series<Article> {
  /** The most frequent spelling. */
  readonly name: string;
  readonly slug: string;
  /** In the order of the publication. */
  readonly articles: readonly Article[];
  /** The same articles, by their parts. Those without one are last, the oldest first. */
  readonly parts: readonly Article[];
  /** The number of parts: at least that of the articles, and the highest one. */
  readonly total: number;
}

/** Returns the slug of a series. The rules are those of topics. */
export const seriesSlug = topicSlug;

/** Groups articles by series. */
export function groupBySeries<Article>(
  articles: readonly Article[],
  placeOf: (article: Article) => SeriesPart | undefined,
): Series<Article>[] {
  const partOf = (article: Article): number => placeOf(article)?.part ?? Infinity;
  const groups = groupByTopic(articles, (article) => {
    const place = placeOf(article);
    return place ? [place.name] : [];
  });
  return groups.map(({ name, slug, articles }) => {
    const oldestFirst = articles.toReversed();
    const numbers = articles.map(partOf).filter((part) => part !== Infinity);
    return {
      name,
      slug,
      articles,
      // `Infinity - Infinity` is `NaN`.
      parts: oldestFirst.sort((a, b) => (partOf(a) === partOf(b) ? 0 : partOf(a) - partOf(b))),
      total: Math.max(articles.length, ...numbers),
    };
  });
}
