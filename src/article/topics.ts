import { hash } from 'node:crypto';
import { memoize } from '../i18n/memoize.ts';
import { compareText } from './order.ts';
import { slugFrom } from './slug.ts';

/** A subject that articles share. */
export interface Topic<Article> {
  /** As most of its articles write it. */
  readonly name: string;
  /** Its address within `topics/`. */
  readonly slug: string;
  /** In the order in which they were given. */
  readonly articles: readonly Article[];
}

/**
 * The topics of a publication, those with the most articles first, then by name. Names with the same
 * address (see `topicSlug`) are one topic.
 * @param topicsOf the topics that an article names, none of them twice
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
      // An article that names `Iran` and `IRAN` stands in the list once.
      articles: [...new Set(mentions.map(({ article }) => article))],
    }))
    .sort((a, b) => b.articles.length - a.articles.length || compareText(a.name, b.name));
}

/**
 * The address of a topic, made of its name alone: it stays the same whatever other topics appear.
 * Capital letters, spaces and punctuation make no difference (`COVID-19`, `Covid 19`); symbols that
 * do are spelled out: `C++` gives `c-plus-plus`, `C#` gives `c-sharp`, `☮` gives `u262e`.
 */
export const topicSlug = memoize((name) => {
  const words = name
    .replaceAll(/(?<=[\p{L}\p{M}\p{N}+])\+/gu, '-plus-')
    .replaceAll(/(?<=[\p{L}\p{M}\p{N}])#(?![\p{L}\p{N}])/gu, '-sharp-')
    .replaceAll(/[\p{Sc}\p{So}]/gu, (symbol) => `-u${symbol.codePointAt(0)?.toString(16) ?? ''}-`);
  const slug = slugFrom(words, { maxBytes: Infinity, kind: 'topic' });
  if (slug === '') return 'topic';
  if (Buffer.byteLength(slug) <= MAX_BYTES) return slug;
  // Long names that begin alike would have the same address.
  const start = slugFrom(words, { maxBytes: MAX_BYTES - DIGEST_LENGTH - 1 });
  return `${start}-${hash('sha256', slug).slice(0, DIGEST_LENGTH)}`;
});

/** Of UTF-8, as of an article's address. */
const MAX_BYTES = 80;
const DIGEST_LENGTH = 8;

function mostFrequent(names: readonly string[]): string {
  const counted = [...Map.groupBy(names, (name) => name)];
  counted.sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || compareText(a, b));
  return counted[0]?.[0] ?? '';
}
