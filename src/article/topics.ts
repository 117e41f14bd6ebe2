import { hash } from 'node:crypto';
import { memoize } from '../i18n/memoize.ts';
import { compareText } from './order.ts';
import { slugFrom } from './slug.ts';

export interface Topic<Article> {
  /** The most frequent spelling. */
  readonly name: string;
  /** See `topicSlug`. */
  readonly slug: string;
  /** In the order of the publication. */
  readonly articles: readonly Article[];
}

/**
 * Groups articles by topic. Sorts topics by their number of articles, then by name. Names with the
 * same slug are the same topic.
 * @param topicsOf returns the topics of an article, without duplicates
 */
export function groupByTopic<Article>(
  articles: readonly Article[],
  topicsOf: (article: Article) => readonly string[],
): Topic<Article>[] {
  const mentions = articles.flatMap((article) =>
    topicsOf(article).map((name) => ({ name, article })),
  );
  return [...Map.groupBy(mentions, ({ name }) => topicSlug(name))]
    .map(([slug, mentions]) => ({
      name: mostFrequent(mentions.map(({ name }) => name)),
      slug,
      // An article can have both `Iran` and `IRAN`.
      articles: [...new Set(mentions.map(({ article }) => article))],
    }))
    .sort((a, b) => b.articles.length - a.articles.length || compareText(a.name, b.name));
}

/**
 * Returns the slug of a topic. It does not depend on other topics, so it never changes. Ignores
 * case, spaces and punctuation (`COVID-19`, `Covid 19`), but not symbols: `C++` becomes
 * `c-plus-plus`, `C#` becomes `c-sharp`, `☮` becomes `u262e`.
 */
export const topicSlug = memoize((name) => {
  const text = name
    .replaceAll(/(?<=[\p{L}\p{M}\p{N}+])\+/gu, '-plus-')
    .replaceAll(/(?<=[\p{L}\p{M}\p{N}])#(?![\p{L}\p{N}])/gu, '-sharp-')
    .replaceAll(/[\p{Sc}\p{So}]/gu, (symbol) => `-u${symbol.codePointAt(0)?.toString(16) ?? ''}-`);
  const slug = slugFrom(text, { maxBytes: Infinity, kind: 'topic' });
  if (slug === '') return 'topic';
  if (Buffer.byteLength(slug) <= MAX_BYTES) return slug;
  // Truncated names can be equal.
  const start = slugFrom(text, { maxBytes: MAX_BYTES - DIGEST_LENGTH - 1 });
  return `${start}-${hash('sha256', slug).slice(0, DIGEST_LENGTH)}`;
});

const MAX_BYTES = 80;
const DIGEST_LENGTH = 8;

function mostFrequent(names: readonly string[]): string {
  const counted = [...Map.groupBy(names, (name) => name)];
  counted.sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || compareText(a, b));
  return counted[0]?.[0] ?? '';
}
