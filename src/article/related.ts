import { startOfDate } from './date.ts';
import { topicSlug } from './topics.ts';

/** What makes articles related. */
export interface Relatable {
  readonly topics: readonly string[];
  readonly published?: string | undefined;
}

/** How many articles are named as related, at most. */
const MOST_RELATED = 4;

/**
 * How far to look before and after an article within a topic. With a limit the work for each article
 * is the same in an archive of a hundred thousand; what lies further off is hardly news to its readers.
 */
const FARTHEST = 50;

/**
 * Finds the articles that are related to each: they share a topic. Those that share more come first;
 * among these, those nearest in time; among these, in the order given. What shares no topic is not
 * related, however near it is.
 * @param articles in the order of their dates
 * @returns a function from an article of the list to at most four others
 */
export function relatedArticles<Article extends Relatable>(
  articles: readonly Article[],
): (article: Article) => Article[] {
  const known = new Map(articles.map((article, index) => [article, placed(article, index)]));
  const byTopic = new Map<string, Placed<Article>[]>();
  for (const article of known.values()) {
    for (const [key] of article.places) {
      const sharing = byTopic.get(key) ?? [];
      article.places.set(key, sharing.length);
      sharing.push(article);
      byTopic.set(key, sharing);
    }
  }
  return (article) => {
    const here = known.get(article);
    if (!here) return [];
    const shared = new Map<Placed<Article>, number>();
    for (const [key, place] of here.places) {
      const near = byTopic.get(key)?.slice(Math.max(0, place - FARTHEST), place + FARTHEST + 1);
      for (const other of near ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    shared.delete(here);
    return nearest(
      [...shared].map(([other, topics]) => ({
        other: other.article,
        topics,
        distance: distanceInTime(here, other),
        position: other.position,
      })),
    );
  };
}

/** An article with what comparing it takes. */
interface Placed<Article> {
  readonly article: Article;
  readonly position: number;
  /** In milliseconds since 1970. */
  readonly time: number | undefined;
  /** Where it stands among the articles of each of its topics. */
  readonly places: Map<string, number>;
}

function placed<Article extends Relatable>(article: Article, position: number): Placed<Article> {
  const { published, topics } = article;
  return {
    article,
    position,
    time: published === undefined ? undefined : startOfDate(published),
    places: new Map(topics.map((topic) => [topicSlug(topic), 0])),
  };
}

/** In milliseconds; where one of the two has no date, farther than every distance there is. */
function distanceInTime(a: Placed<unknown>, b: Placed<unknown>): number {
  if (a.time === undefined || b.time === undefined) return Number.MAX_VALUE;
  return Math.abs(a.time - b.time);
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
