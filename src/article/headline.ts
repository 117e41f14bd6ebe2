/** In letters of the Latin alphabet. An ideograph is about twice as wide. */
const LONG = 120;

/** Whether a headline is so long that pages set it in a smaller size. */
export function isLongHeadline(headline: string): boolean {
  if (headline.length < LONG / 2) return false;
  const ideographs = headline.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  return headline.length + (ideographs?.length ?? 0) >= LONG;
}
