import type { Fault, Problem } from '../../article/problem.ts';
import type { ReadArticle } from '../read-article-files.ts';

/**
 * Finds translations of something that is not an original, and two texts of a group in one language.
 * @param publicationLanguage the language of articles without one (BCP 47)
 */
export function findBadTranslations(
  articles: readonly ReadArticle[],
  publicationLanguage: string,
): Problem[] {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const languageOf = ({ article }: ReadArticle): string => article.language ?? publicationLanguage;
  const taken = new Map<string, string>();
  const faultOf = (translation: ReadArticle, slug: string): Fault | undefined => {
    const original = bySlug.get(slug);
    if (!original) return noOriginal(slug);
    const chained = original.article.translationOf;
    if (chained !== undefined) return notOriginal(original, chained);
    // A draft can wait beside the text that it replaces.
    if (translation.article.draft === true) return undefined;
    const language = languageOf(translation);
    const key = `${slug} ${language}`;
    const other = language === languageOf(original) ? original.file : taken.get(key);
    taken.set(key, other ?? translation.file);
    return other === undefined ? undefined : sameLanguage(language, other);
  };
  return articles.flatMap((translation): Problem[] => {
    const { file, article, lines } = translation;
    if (article.translationOf === undefined) return [];
    const fault = faultOf(translation, article.translationOf);
    if (!fault) return [];
    const line = lines.translationOf;
    return [{ file, ...(line !== undefined && { line }), key: 'translationOf', ...fault }];
  });
}

function noOriginal(slug: string): Fault {
  return {
    wrong: `There is no article "${slug}".`,
    right: 'Write the name of the file of the original without .md, or of its folder.',
  };
}

function notOriginal({ slug, file }: ReadArticle, original: string): Fault {
  if (slug === original) {
    return { wrong: 'The article is a translation of itself.', right: 'Name the original.' };
  }
  return {
    wrong: `${file} is a translation itself.`,
    right: `Name its original: translationOf: ${original}`,
  };
}

function sameLanguage(language: string, other: string): Fault {
  return {
    wrong: `The article has the same language (${language}) as ${other}.`,
    right: 'Correct "language" in one of them, or remove "translationOf".',
  };
}
