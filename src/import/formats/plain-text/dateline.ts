import { formatDate, isDate } from '../../../article/date.ts';
import type { Dateline } from '../../draft.ts';

/**
 * Reads a dateline at the start of a paragraph: `TEHRAN, September 19, 2023 — The minister …`. The
 * date must be complete and written as pages write dates in this language, so that the page shows the
 * same words.
 * @param language the article's (BCP 47)
 * @returns `undefined` if the paragraph starts otherwise
 */
export function readDateline(paragraph: string, language: string): Dateline | undefined {
  const match = DATELINE.exec(paragraph)?.groups;
  if (match?.city === undefined || match.date === undefined) return undefined;
  const { city, date, dash = '' } = match;
  const published = parseDate(date, language);
  if (published === undefined) return undefined;
  return { city, published, length: `${city}, ${date}${dash}`.length };
}

/** The words of a dateline before the dash. */
export function formatDateline(city: string, published: string, language: string): string {
  return `${city}, ${formatDate(published, language)}`;
}

const CITY_WORD = String.raw`[\p{Lu}\p{Lo}][\p{L}\p{M}.'’\-]*`;
const DATELINE = new RegExp(
  `^(?<city>${CITY_WORD}(?: ${CITY_WORD}){0,3}), (?<date>[^—–\\n]{6,40}?)(?<dash> ?[—–] ?)(?=\\S)`,
  'u',
);

/** Finds the day for which `formatDate` returns these words. */
function parseDate(words: string, language: string): string | undefined {
  const year = /(?<!\d)\d{4}(?!\d)/.exec(words)?.[0];
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(words)?.[0].padStart(2, '0');
  if (year === undefined || day === undefined) return undefined;
  return Array.from({ length: 12 }, (_, index) => {
    return `${year}-${String(index + 1).padStart(2, '0')}-${day}`;
  }).find((date) => isDate(date) && formatDate(date, language) === words);
}
