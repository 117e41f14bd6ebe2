const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The languages of a run. Office programs have one for each kind of writing system. */
export interface RunLanguages {
  /** For Latin, Cyrillic and the like. */
  readonly language?: string | undefined;
  readonly eastAsian?: string | undefined;
  readonly bidi?: string | undefined;
}

/** The one of the languages that a text is in. */
export function languageOfText(
  text: string,
  { language, eastAsian, bidi }: RunLanguages,
): string | undefined {
  if (RIGHT_TO_LEFT.test(text)) return bidi;
  return EAST_ASIAN.test(text) ? eastAsian : language;
}

/**
 * The direction of a paragraph. Left to right is the default of programs, also for Arabic, so it is
 * only believed where there is nothing else.
 */
export function directionOfText(text: string, isRightToLeft: boolean): { dir?: 'ltr' | 'rtl' } {
  if (isRightToLeft) return { dir: 'rtl' };
  return /\p{Letter}/u.test(text) && !RIGHT_TO_LEFT.test(text) ? { dir: 'ltr' } : {};
}
