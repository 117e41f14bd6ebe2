import leven from 'leven';
import { partFolders } from './pagefind.ts';
import type { Parts } from './find-matches.ts';
import { termsOf } from './query.ts';
import { languagesToSearch, WORDS_FILE } from './search-parts.ts';

const MAX_WORDS = 5;

/**
 * Returns the queries that differ from one without results in a word: it is spelt almost alike, or
 * begins with it. The nearest come first.
 * @throws Error if a list of words cannot be loaded
 */
export async function nearQueries(query: string, parts: Parts): Promise<string[]> {
  const terms = termsOf(query);
  const languages = languagesToSearch(query, Object.keys(parts));
  const files = languages.flatMap((language) => partFolders(language, parts[language] ?? 1));
  const lists = await Promise.all(files.map((folder) => loadWords(folder + WORDS_FILE)));
  const words = new Set(lists.flat());
  return terms.flatMap((term) => {
    const lower = term.toLowerCase();
    if (words.has(lower)) return [];
    return nearest(lower, words).map((near) => query.replace(term, () => near));
  });
}

function nearest(term: string, words: ReadonlySet<string>): string[] {
  // One typing error in a short word, two in a long one.
  const limit = term.length < 6 ? 1 : 2;
  return [...words]
    .map((word) => {
      const distance = leven(term, word, { maxDistance: limit + 1 });
      return { word, distance: word.startsWith(term) ? Math.min(distance, limit) : distance };
    })
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || a.word.length - b.word.length)
    .slice(0, MAX_WORDS)
    .map(({ word }) => word);
}

async function loadWords(url: string): Promise<string[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${String(response.status)}`);
  return (await response.text()).split(' ');
}
