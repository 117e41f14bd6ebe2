import { memoize } from './memoize.ts';

/** Returns the name of a language (BCP 47) in that language: `Deutsch`. In English if it is unknown. */
export const languageName = memoize((language): string => {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'language' });
  return names.of(language) ?? language;
});
