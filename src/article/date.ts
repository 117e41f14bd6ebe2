import { memoize } from '../i18n/memoize.ts';
import { startOfDayIn } from './timezone.ts';

const PATTERN =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:T(?:[01]\d|2[0-3]):\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Whether `value` is a valid date (`2023-09-19`), or a valid date and time with an offset from UTC
 * (`2023-09-19T14:30:00+03:00`), in the format of RFC 3339. Seconds are optional.
 */
export function isDate(value: string): boolean {
  const day = PATTERN.exec(value)?.groups?.day;
  if (day === undefined || Number.isNaN(Date.parse(value))) return false;
  // Date.parse reads 30 February as 2 March.
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/**
 * Returns the start of a date in milliseconds since 1970 UTC.
 * @param timezone where a date without a time starts, for example `Europe/Berlin`. Defaults to UTC
 */
export function startOfDate(date: string, timezone?: string): number {
  if (timezone === undefined || date.includes('T')) return Date.parse(date);
  return startOfDayIn(timezone, date);
}

/**
 * Like `startOfDate`, but a date without a time starts in the first time zone: 14 hours before UTC.
 */
export function earliestStartOfDate(date: string): number {
  return startOfDate(date) - (date.includes('T') ? 0 : 14 * 60 * 60 * 1000);
}

/** Formats the start of a date: `2028-01-01, 00:00 UTC`. Returns a date with a time unchanged. */
export function formatStart(date: string, timezone = 'UTC'): string {
  return date.includes('T') ? date : `${date}, 00:00 ${timezone}`;
}

/**
 * Whether one date is certainly before another. If one of them has no time, only the days count,
 * because its time zone is unknown.
 */
export function isBefore(date: string, other: string): boolean {
  const exact = date.includes('T') && other.includes('T');
  return exact ? startOfDate(date) < startOfDate(other) : dayOf(date) < dayOf(other);
}

/**
 * Formats the day of a date: `19 September 2023`. Ignores the offset, so the day is always the one
 * in the front matter.
 */
export function formatDate(date: string, language: string): string {
  return fullDate(language)(dayOf(date));
}

/** Like `formatDate`, but without the year if it is `year`: `19 September`. */
export function formatDateIn(year: string | undefined, date: string, language: string): string {
  const format = year === date.slice(0, 'YYYY'.length) ? dayAndLongMonth : fullDate;
  return format(language)(dayOf(date));
}

/** Formats a year of the archive: `2023`, in Thai `พ.ศ. 2566`. */
export function formatYear(year: string, language: string): string {
  return yearOnly(language)(`${year}-01-01`);
}

/**
 * Formats a month of the archive without its year: `formatMonth('2023-09', 'en')` is `September`.
 * Capitalized in every language, because it's a heading.
 */
export function formatMonth(month: string, language: string): string {
  const [first = '', ...rest] = monthOnly(language)(`${month}-01`);
  return first.toLocaleUpperCase(language) + rest.join('');
}

/** Formats a day of the archive without its year: `19 Sept`. */
export function formatDay(date: string, language: string): string {
  return dayAndMonth(language)(dayOf(date));
}

function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function dayOf(date: string): string {
  return date.slice(0, 'YYYY-MM-DD'.length);
}

const fullDate = formatOf({ dateStyle: 'long' });
const dayAndLongMonth = formatOf({ day: 'numeric', month: 'long' });
const yearOnly = formatOf({ year: 'numeric' }, archiveCalendar);
const monthOnly = formatOf({ month: 'long' }, archiveCalendar);
const dayAndMonth = formatOf({ day: 'numeric', month: 'short' }, archiveCalendar);

/** Formats days. Lists repeat them, and `Intl` is slow. */
function formatOf(
  options: Intl.DateTimeFormatOptions,
  calendarOf?: (language: string) => string | undefined,
) {
  return memoize((language) => {
    const calendar = calendarOf?.(language);
    // If Intl does not know the language, use English instead of the machine's language.
    const format = new Intl.DateTimeFormat([language, 'en'], {
      ...options,
      timeZone: 'UTC',
      ...(calendar !== undefined && { calendar }),
    });
    return memoize((day) => format.format(startOfDay(day)));
  });
}

/**
 * The archive has the years and months of the Gregorian calendar. If the language's own has others,
 * as Persian has, it can't name them.
 */
function archiveCalendar(language: string): string | undefined {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    numberingSystem: 'latn',
    month: 'numeric',
    day: 'numeric',
  });
  const newYear = format.formatToParts(startOfDay('2023-01-01'));
  const sameMonths = newYear.every(({ type, value }) => type === 'literal' || value === '1');
  return sameMonths ? undefined : 'gregory';
}
