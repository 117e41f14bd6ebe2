/** The canonical form of a BCP 47 language tag (`EN-us` → `en-US`); `undefined` if it is none. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** The direction in which a language is written, from the script that its tag implies. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(language);
  return RIGHT_TO_LEFT_SCRIPTS.has(locale.maximize().script ?? '') ? 'rtl' : 'ltr';
}

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
