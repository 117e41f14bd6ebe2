/**
 * The search index stands in `pagefind/`: one index for each language that articles are in, since
 * each has its own way of reducing words to their stems.
 */
export const SEARCH_FOLDER = 'pagefind';

/** Above that, to make an index takes more than twice as long for twice the articles. */
const MOST_IN_A_PART = 1000;

/**
 * Of how many parts the index of a language is made, `pagefind/en/0/` and so on: a power of two, so
 * that as an archive grows, all parts are divided only each time that it has doubled.
 * @param articles how many there are in that language
 */
export function searchParts(articles: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(articles / MOST_IN_A_PART)));
}

/**
 * The languages in which a search can find something: those written in a script of the query, so
 * that looking for one language does not load the index of another. All, where no script tells.
 * @param languages of the publication's articles (BCP 47)
 */
export function languagesToSearch(query: string, languages: readonly string[]): readonly string[] {
  const fitting = languages.filter((language) =>
    scriptsOf(language).some((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(query)),
  );
  return fitting.length === 0 ? languages : fitting;
}

/** By their names in Unicode: ISO 15924 knows mixtures of scripts that Unicode does not. */
function scriptsOf(language: string): readonly string[] {
  const script = new Intl.Locale(language).maximize().script ?? 'Latn';
  return MIXTURES[script] ?? [script];
}

const MIXTURES: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hiragana', 'Katakana'],
  Kore: ['Hangul', 'Hani'],
};
