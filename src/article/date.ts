import { memoize } from '../i18n/memoize.ts';

const PATTERN =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:T(?:[01]\d|2[0-3]):\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Whether `value` is a calendar date (`2023-09-19`) or a date and time with its offset from UTC
 * (`2023-09-19T14:30:00+03:00`), as RFC 3339 writes them, and exists in the calendar.
 */
export function isDate(value: string): boolean {
  const day = PATTERN.exec(value)?.groups?.day;
  if (day === undefined || Number.isNaN(Date.parse(value))) return false;
  // Date.parse takes 30 February for 2 March: only a day that comes back unchanged exists.
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** The moment at which a date begins, in milliseconds since 1970 UTC. A bare day begins in UTC. */
export function startOfDate(date: string): number {
  return Date.parse(date);
}

/** As `startOfDate`, but a bare day begins where it does first: 14 hours before UTC. */
export function earliestStartOfDate(date: string): number {
  return startOfDate(date) - (date.includes('T') ? 0 : 14 * 60 * 60 * 1000);
}

/** The moment at which a date begins, in words: `2028-01-01, 00:00 UTC`. A time stays as written. */
export function startInWords(date: string): string {
  return date.includes('T') ? date : `${date}, 00:00 UTC`;
}

/**
 * Whether one date is certainly before another. A bare day says nothing of hours, nor of the place
 * whose day it is: it is before another date only if that has a later day.
 */
export function isBefore(date: string, other: string): boolean {
  const exact = date.includes('T') && other.includes('T');
  return exact ? startOfDate(date) < startOfDate(other) : dayOf(date) < dayOf(other);
}

/**
 * A date in words, in the reader's language: `19 September 2023`. It is the day that was written
 * in the front matter, wherever the page is built or read: the offset is kept, not converted.
 */
export function dateInWords(date: string, language: string): string {
  return wholeDate(language).format(startOfDay(date));
}

/** A month in words: `monthInWords('2023-09', 'en')` is `September`. */
export function monthInWords(month: string, language: string): string {
  return monthAlone(language).format(startOfDay(`${month}-01`));
}

/** The day of a date within its year, in words: `19 September`. As written, like `dateInWords`. */
export function dayInWords(date: string, language: string): string {
  return dayAndMonth(language).format(startOfDay(date));
}

function startOfDay(date: string): Date {
  return new Date(`${dayOf(date)}T00:00:00Z`);
}

function dayOf(date: string): string {
  return PATTERN.exec(date)?.groups?.day ?? date;
}

const wholeDate = formatOf({ dateStyle: 'long' });
const monthAlone = formatOf({ month: 'long' });
const dayAndMonth = formatOf({ day: 'numeric', month: 'short' });

function formatOf(options: Intl.DateTimeFormatOptions) {
  return memoize((language) => {
    // Without a second language, one that Intl does not know would give way to that of the machine.
    return new Intl.DateTimeFormat([language, 'en'], { ...options, timeZone: 'UTC' });
  });
}
