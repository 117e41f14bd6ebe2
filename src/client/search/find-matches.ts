import { openIndex, partFolders, withAllRequests, type Index, type Result } from './pagefind.ts';
import { inAllDigits, termsOf } from './query.ts';
import { languagesToSearch } from './search-parts.ts';

/** An article that contains all words and numbers of a query. */
export interface Match {
  readonly language: string;
  readonly score: number;
  /** The positions of the words found. */
  readonly words: ReadonlySet<number>;
  readonly data: Result['data'];
}

/** The number of parts of each language's index. */
export type Parts = Readonly<Record<string, number>>;

/**
 * Finds the articles that contain every word, number and quoted phrase of a query, best first. Words
 * are also found in other forms, such as the plural.
 * @throws Error if the index cannot be loaded
 */
export function findMatches(query: string, parts: Parts): Promise<Match[]> {
  const languages = languagesToSearch(query, Object.keys(parts));
  return withAllRequests(async () => {
    const searches = languages.map(async (language) => {
      const index = await openIndex(language, partFolders(language, parts[language] ?? 1));
      return findIn(index, query, language);
    });
    return (await Promise.all(searches)).flat().sort((a, b) => b.score - a.score);
  });
}

async function findIn(index: Index, query: string, language: string): Promise<Match[]> {
  const terms = termsOf(query);
  if (terms.length === 0) return [];
  // Without quotes, Pagefind also finds words that only begin alike. But it ranks the results.
  const ranked = await index.search(terms.join(' '));
  const scores = new Map(ranked.results.map(({ id, score }) => [id, score]));
  const found = await Promise.all(
    terms.map(async (term) => {
      const digits = inAllDigits(term, language).map((variant) => index.search(`"${variant}"`));
      const results = (await Promise.all(digits)).flatMap(({ results }) => results);
      return Map.groupBy(results, ({ id }) => id);
    }),
  );
  const [first, ...others] = found;
  return [...(first ?? [])].flatMap(([id, results]) => {
    const all = [results, ...others.map((other) => other.get(id) ?? [])];
    const [result] = results;
    if (!result || all.some((part) => part.length === 0)) return [];
    const words = new Set(all.flat().flatMap(({ words }) => words));
    return [{ language, score: scores.get(id) ?? 0, words, data: result.data }];
  });
}
