import { startOfDate } from './date.ts';
import { topicKey } from './topics.ts';

/** What makes articles related. */
export interface Relatable {
  readonly topics: readonly string[];
  readonly published?: string | undefined;
}

/** How many articles are named as related, at most. */
const MOST_RELATED = 4;

/**
 * Finds the articles that are related to each: they share a topic. Those that share more come first;
 * among these, those nearest in time; among these, in the order given. What shares no topic is not
 * related, however near it is.
 * @returns a function from an article of the list to at most four others
 */
export function relatedArticles<Article extends Relatable>(
  articles: readonly Article[],
): (article: Article) => Article[] {
  const positions = new Map(articles.map((article, index) => [article, index]));
  const keys = new Map(articles.map((article) => [article, new Set(article.topics.map(topicKey))]));
  const byTopic = new Map<string, Article[]>();
  for (const [article, ofArticle] of keys) {
    for (const key of ofArticle) {
      const sharing = byTopic.get(key) ?? [];
      sharing.push(article);
      byTopic.set(key, sharing);
    }
  }
  return (article) => {
    const shared = new Map<Article, number>();
    for (const key of keys.get(article) ?? []) {
      for (const other of byTopic.get(key) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    shared.delete(article);
    return nearest(
      [...shared].map(([other, topics]) => ({
        other,
        topics,
        distance: distanceInTime(article, other),
        position: positions.get(other) ?? 0,
      })),
    );
  };
}

/** In milliseconds; where one of the two has no date, farther than every distance there is. */
function distanceInTime(a: Relatable, b: Relatable): number {
  if (a.published === undefined || b.published === undefined) return Number.MAX_VALUE;
  return Math.abs(startOfDate(a.published) - startOfDate(b.published));
}

interface Candidate<Article> {
  readonly other: Article;
  readonly topics: number;
  readonly distance: number;
  readonly position: number;
}

/** The first few in order, without sorting the thousands that may share a topic. */
function nearest<Article>(candidates: readonly Candidate<Article>[]): Article[] {
  const best: Candidate<Article>[] = [];
  for (const candidate of candidates) {
    const last = best[MOST_RELATED - 1];
    if (last && compareCandidates(candidate, last) > 0) continue;
    best.push(candidate);
    best.sort(compareCandidates);
    best.splice(MOST_RELATED);
  }
  return best.map(({ other }) => other);
}

function compareCandidates(a: Candidate<unknown>, b: Candidate<unknown>): number {
  return b.topics - a.topics || a.distance - b.distance || a.position - b.position;
}
