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
  // In another language, the name of the form would be a foreign word without a `lang`.
  const isSpoken = new Intl.Locale(words.language).language === new Intl.Locale(language).language;
  return isSpoken ? formName(form, words) : undefined;
}
