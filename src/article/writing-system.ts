import { memoize } from '../i18n/memoize.ts';

/** Whether a language (BCP 47) is written in ideographs: without spaces, hyphens or italics. */
export function usesIdeographs(language: string): boolean {
  return IDEOGRAPHIC.has(scriptOf(language));
}

/** Whether the letters of a language are joined in writing, so that there is no space between them. */
export function joinsLetters(language: string): boolean {
  return JOINED.has(scriptOf(language));
}

const scriptOf = memoize((language) => new Intl.Locale(language).maximize().script ?? '');

/** ISO 15924 codes. */
const IDEOGRAPHIC = new Set(['Hans', 'Hant', 'Hani', 'Jpan', 'Bopo']);
const JOINED = new Set(['Arab', 'Mong', 'Nkoo', 'Syrc', 'Adlm', 'Rohg', 'Mand']);
