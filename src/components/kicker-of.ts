import type { ArticleFrontMatter } from '../article/schema.ts';
import { wordsFor } from '../i18n/words.ts';
import { formName } from './form-name.ts';

/** Returns the label above a headline: the article's own, or the name of its form. */
export function kickerOf(
  { kicker, form }: Pick<ArticleFrontMatter<unknown>, 'kicker' | 'form'>,
  language: string,
): string | undefined {
  if (kicker !== undefined) return kicker;
  const words = wordsFor(language);
  const name = formName(form, words);
  // In another language, the name of the form would be a foreign word without a `lang`.
  return name !== undefined && isSpokenIn(words.language, language) ? name : undefined;
}

function isSpokenIn(language: string, other: string): boolean {
  return new Intl.Locale(language).language === new Intl.Locale(other).language;
}
