import { memoize } from '../i18n/memoize.ts';

/** Whether a language is written in ideographs: without spaces, hyphens or italics. */
export function usesIdeographs(language: string): boolean {
  return IDEOGRAPHIC.has(writingSystemOf(language));
}

/** Whether letters of a language are joined, so that they must not be spaced out. */
export function joinsLetters(language: string): boolean {
  return JOINED.has(writingSystemOf(language));
}

const writingSystemOf = memoize((language) => new Intl.Locale(language).maximize().script ?? '');

/** ISO 15924 codes. */
const IDEOGRAPHIC = new Set(['Hans', 'Hant', 'Hani', 'Jpan', 'Bopo']);
const JOINED = new Set(['Arab', 'Mong', 'Nkoo', 'Syrc', 'Adlm', 'Rohg', 'Mand']);
