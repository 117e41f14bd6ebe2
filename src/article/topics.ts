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
 * The topics of a publication, those with the most articles first, then by name. Topics that differ
 * only in capital letters or Unicode form are one.
 *
 * Addresses are made of the names. Where two names leave the same letters (`C++`, `C#`) or none at
 * all (`☮`), a number tells them apart, given in the order of the names.
 * @param topicsOf the topics that an article names, none of them twice
 */
export function groupByTopic<Article>(
  articles: readonly Article[],
  topicsOf: (article: Article) => readonly string[],
): Topic<Article>[] {
  const mentions = articles.flatMap((article) =>
    topicsOf(article).map((name) => ({ name, article })),
  );
  const groups = Map.groupBy(mentions, ({ name }) => topicKey(name));
  const slugs = distinctSlugs([...groups.keys()]);
  return [...groups]
    .map(([key, mentions]) => ({
      name: mostFrequent(mentions.map(({ name }) => name)),
      slug: slugs.get(key) ?? key,
      // An article that names `Iran` and `IRAN` stands in the list once.
      articles: [...new Set(mentions.map(({ article }) => article))],
    }))
    .sort((a, b) => b.articles.length - a.articles.length || compareText(a.name, b.name));
}

/** What two spellings of one topic have in common. */
export function topicKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function distinctSlugs(keys: readonly string[]): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of keys.toSorted(compareText)) {
    const words = slugFrom(key, undefined, 'topic');
    const stem = words === '' ? 'topic' : words;
    let slug = stem;
    for (let number = 2; taken.has(slug); number++) slug = `${stem}-${number}`;
    taken.add(slug);
    slugs.set(key, slug);
  }
  return slugs;
}

function mostFrequent(names: readonly string[]): string {
  const counted = [...Map.groupBy(names, (name) => name)];
  counted.sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || compareText(a, b));
  return counted[0]?.[0] ?? '';
}
