import { startOfDate } from './date.ts';
import { topicSlug } from './topics.ts';

export interface Relatable {
  readonly topics: readonly string[];
  readonly published?: string | undefined;
}

const MAX_RELATED = 3;

/**
 * How many earlier and later articles of a topic to compare with an article. Keeps the work for
 * each article constant in archives of a hundred thousand.
 */
const MAX_NEIGHBOURS = 50;

/**
 * Finds related articles: those that share a topic. Sorts them by the number of shared topics, then
 * by the time between them, then by their order in `articles`.
 * @param articles sorted by date
 * @returns a function that returns at most three related articles for one of the `articles`
 */
export function relatedArticles<Article extends Relatable>(
  articles: readonly Article[],
): (article: Article) => Article[] {
  const indexed = new Map(articles.map((article, index) => [article, toIndexed(article, index)]));
  const byTopic = new Map<string, Indexed<Article>[]>();
  for (const article of indexed.values()) {
    for (const [topic] of article.topicIndexes) {
      const ofTopic = byTopic.get(topic) ?? [];
      article.topicIndexes.set(topic, ofTopic.length);
      ofTopic.push(article);
      byTopic.set(topic, ofTopic);
    }
  }
  // A map takes twice as long.
  const sharedTopics = new Uint8Array(articles.length);
  return (article) => {
    const current = indexed.get(article);
    if (!current) return [];
    const candidates: Indexed<Article>[] = [];
    for (const [topic, index] of current.topicIndexes) {
      const start = Math.max(0, index - MAX_NEIGHBOURS);
      const neighbours = byTopic.get(topic)?.slice(start, index + MAX_NEIGHBOURS + 1) ?? [];
      for (const other of neighbours) {
        const topics = sharedTopics[other.index] ?? 0;
        if (topics === 0 && other !== current) candidates.push(other);
        sharedTopics[other.index] = topics + 1;
      }
    }
    const best = bestCandidates(
      candidates.map((other) => ({
        article: other.article,
        topics: sharedTopics[other.index] ?? 0,
        distance: timeBetween(current, other),
        index: other.index,
      })),
    );
    for (const { index } of [current, ...candidates]) sharedTopics[index] = 0;
    return best;
  };
}

interface Indexed<Article> {
  readonly article: Article;
  /** The index of the article in the list of all articles. */
  readonly index: number;
  /** In milliseconds since 1970 UTC. */
  readonly time: number | undefined;
  /** The indexes of the article in the lists of its topics, by the slugs of the topics. */
  readonly topicIndexes: Map<string, number>;
}

function toIndexed<Article extends Relatable>(article: Article, index: number): Indexed<Article> {
  const { published, topics } = article;
  return {
    article,
    index,
    time: published === undefined ? undefined : startOfDate(published),
    topicIndexes: new Map(topics.map((topic) => [topicSlug(topic), 0])),
  };
}

/** Returns milliseconds, or the largest number if one of the articles has no date. */
function timeBetween(a: Indexed<unknown>, b: Indexed<unknown>): number {
  if (a.time === undefined || b.time === undefined) return Number.MAX_VALUE;
  return Math.abs(a.time - b.time);
}

interface Candidate<Article> {
  readonly article: Article;
  /** The number of shared topics. */
  readonly topics: number;
  /** In milliseconds. */
  readonly distance: number;
  readonly index: number;
}

/** Returns the first `MAX_RELATED` in order. Does not sort all: thousands can share a topic. */
function bestCandidates<Article>(candidates: readonly Candidate<Article>[]): Article[] {
  const best: Candidate<Article>[] = [];
  for (const candidate of candidates) {
    const last = best[MAX_RELATED - 1];
    if (last && compareCandidates(candidate, last) > 0) continue;
    best.push(candidate);
    best.sort(compareCandidates);
    best.splice(MAX_RELATED);
  }
  return best.map(({ article }) => article);
}

function compareCandidates(a: Candidate<unknown>, b: Candidate<unknown>): number {
  return b.topics - a.topics || a.distance - b.distance || a.index - b.index;
}
