import { formatDate, isDate } from '../article/date.ts';

/** Where and when an article was filed, as its first paragraph says before a dash. */
export interface Dateline {
  readonly city: string;
  /** `2023-09-19` */
  readonly published: string;
  /** What of the paragraph says so, with the dash and the spaces around it. */
  readonly length: number;
}

/**
 * Reads a dateline at the beginning of a paragraph: `TEHRAN, September 19, 2023 — The minister …`.
 * Certain only if the date is whole and written as the page itself writes dates in this language:
 * then the page shows the same words. A paragraph that begins otherwise is left alone.
 * @param language the article's (BCP 47)
 */
export function readDateline(paragraph: string, language: string): Dateline | undefined {
  const match = DATELINE.exec(paragraph)?.groups;
  if (match?.city === undefined || match.date === undefined) return undefined;
  const { city, date, dash = '' } = match;
  const published = readDate(date, language);
  if (published === undefined) return undefined;
  return { city, published, length: `${city}, ${date}${dash}`.length };
}

/** The words of a dateline as they stood before the dash. */
export function datelineInWords(city: string, published: string, language: string): string {
  return `${city}, ${formatDate(published, language)}`;
}

const CITY_WORD = String.raw`[\p{Lu}\p{Lo}][\p{L}\p{M}.'’\-]*`;
const DATELINE = new RegExp(
  `^(?<city>${CITY_WORD}(?: ${CITY_WORD}){0,3}), (?<date>[^—–\\n]{6,40}?)(?<dash> ?[—–] ?)(?=\\S)`,
  'u',
);

/** The day whose date in words this is. */
function readDate(words: string, language: string): string | undefined {
  const year = /(?<!\d)\d{4}(?!\d)/.exec(words)?.[0];
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(words)?.[0].padStart(2, '0');
  if (year === undefined || day === undefined) return undefined;
  return Array.from({ length: 12 }, (_, index) => {
    return `${year}-${String(index + 1).padStart(2, '0')}-${day}`;
  }).find((date) => isDate(date) && formatDate(date, language) === words);
}
