import { memoize } from '../i18n/memoize.ts';

/**
 * Returns the canonical form of a BCP 47 language tag (`EN-us` → `en-US`), or `undefined` if the
 * tag is invalid. Refuses names such as `english`: they are well-formed tags, but language codes
 * have two or three letters.
 */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    return canonical !== undefined && /^[a-z]{2,3}(?:-|$)/.test(canonical) ? canonical : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the direction of a language's writing system. */
export const directionOf = memoize((language): 'ltr' | 'rtl' => {
  const { script } = new Intl.Locale(language).maximize();
  return RIGHT_TO_LEFT.has(script ?? '') ? 'rtl' : 'ltr';
});

/** Returns the attributes of an element. None if the element around it has the same language. */
export function languageAttributes(
  language: string,
  around: string,
): { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' } {
  return language === around ? {} : { lang: language, dir: directionOf(language) };
}

/** ISO 15924 codes. */
const RIGHT_TO_LEFT = new Set([
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
