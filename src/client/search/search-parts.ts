/** The folder of the search index. Each language has its own index, because stemming differs. */
export const SEARCH_FOLDER = 'pagefind';

/** The file with the words of each part, separated by spaces. For queries without results. */
export const WORDS_FILE = 'words.txt';

/** Returns the path of the picture of a search result, from the root of the site. */
export function thumbnailPath(slug: string): string {
  return `${SEARCH_FOLDER}/pictures/${slug}.webp`;
}

/** Above this, indexing time grows faster than the number of articles. */
const MAX_ARTICLES_PER_PART = 1000;

/**
 * Returns the number of parts (`pagefind/en/0/` …) of a language's index. It is a power of two, so that
 * as the archive grows, all parts are rebuilt only when it has doubled.
 * @param articles the number of articles in that language
 */
export function searchPartCount(articles: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(articles / MAX_ARTICLES_PER_PART)));
}

/**
 * Returns the languages whose writing system occurs in the query, so that a search loads no other
 * indexes. Returns all languages if there are none.
 * @param languages the languages of the publication's articles (BCP 47)
 */
export function languagesToSearch(query: string, languages: readonly string[]): readonly string[] {
  // Texts in any language can have any digits.
  const letters = query.replace(/\p{N}/gu, '');
  const matching = languages.filter((language) =>
    unicodeScripts(language).some((script) =>
      new RegExp(`\\p{Script=${script}}`, 'u').test(letters),
    ),
  );
  return matching.length === 0 ? languages : matching;
}

/** Returns Unicode script names for a language. */
function unicodeScripts(language: string): readonly string[] {
  const script = new Intl.Locale(language).maximize().script ?? 'Latn';
  return COMBINED_SCRIPTS[script] ?? [script];
}

/** ISO 15924 codes that combine scripts, with the scripts that Unicode has instead. */
const COMBINED_SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hiragana', 'Katakana'],
  Kore: ['Hangul', 'Hani'],
};
