import { memoize } from '../i18n/memoize.ts';

/**
 * The canonical form of a BCP 47 language tag (`EN-us` → `en-US`); `undefined` if it is none. Names
 * of languages (`english`) have the form of a tag, but no language has a code of over three letters.
 */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    return canonical !== undefined && /^[a-z]{2,3}(?:-|$)/.test(canonical) ? canonical : undefined;
  } catch {
    return undefined;
  }
}

/** The direction in which a language is written, from the script that its tag implies. */
export const directionOf = memoize((language): 'ltr' | 'rtl' => {
  const { script } = new Intl.Locale(language).maximize();
  return RIGHT_TO_LEFT_SCRIPTS.has(script ?? '') ? 'rtl' : 'ltr';
});

/** ISO 15924 codes of the scripts in use that run from right to left. */
const RIGHT_TO_LEFT_SCRIPTS = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);
