import { memoize } from '../i18n/memoize.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Returns when a day starts in a time zone, in milliseconds since 1970 UTC. That is the first moment
 * of the day, where clocks go forward at midnight.
 * @param timezone for example `Europe/Berlin`
 * @param day for example `2023-09-19`
 */
export function startOfDayIn(timezone: string, day: string): number {
  const utc = Date.parse(day);
  // Clocks change at most once in these two days.
  const starts = [utc - DAY, utc + DAY].map((near) => utc - offsetAt(timezone, near));
  const onThatDay = starts.filter((start) => start + offsetAt(timezone, start) >= utc);
  return Math.min(...onThatDay);
}

/**
 * Writes a date with a time in a time zone: `2023-09-19T23:30:00Z` is `2023-09-20T01:30:00+02:00` in
 * Berlin. Returns a date without a time, or one that would be after the year 9999, unchanged.
 */
export function inTimezone(timezone: string, date: string): string {
  const { seconds = '', offset } = TIME.exec(date)?.groups ?? {};
  if (offset === undefined) return date;
  const moment = Date.parse(date);
  const minutes = Math.round(offsetAt(timezone, moment) / MINUTE);
  if (minutes * MINUTE === offsetOf(offset)) return date;
  const local = new Date(moment + minutes * MINUTE).toISOString();
  if (!/^\d{4}-/.test(local)) return date;
  return local.slice(0, 'YYYY-MM-DDTHH:MM'.length) + seconds + formatOffset(minutes);
}

const TIME = /T\d{2}:\d{2}(?<seconds>:[\d.]+)?(?<offset>Z|[+-]\d{2}:\d{2})$/;

/** Returns how far the clocks of a time zone are ahead of UTC, in milliseconds. */
function offsetAt(timezone: string, moment: number): number {
  const name = longOffset(timezone)
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')?.value;
  // `GMT`, `GMT+02:00`, or, before there were time zones, `GMT+00:53:28`.
  return offsetOf(name?.replace('GMT', '') ?? '');
}

const longOffset = memoize(
  (timeZone) => new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }),
);

/** Reads `+02:00`, `-00:53:28`; anything else is UTC. In milliseconds. */
function offsetOf(text: string): number {
  const [, sign, hours, minutes, seconds = '0'] =
    /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? [];
  if (sign === undefined) return 0;
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -size : size;
}

/** `+02:00`. */
function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The keys of an article with dates. */
interface Dated {
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly expires?: string | undefined;
  readonly corrections?: readonly { readonly date: string; readonly text: string }[] | undefined;
}

/** Writes the dates of an article in a time zone. Without one, returns the article unchanged. */
export function withDatesIn<Article extends Dated>(
  timezone: string | undefined,
  article: Article,
): Article {
  if (timezone === undefined) return article;
  const { published, updated, expires, corrections } = article;
  return {
    ...article,
    ...(published !== undefined && { published: inTimezone(timezone, published) }),
    ...(updated !== undefined && { updated: inTimezone(timezone, updated) }),
    ...(expires !== undefined && { expires: inTimezone(timezone, expires) }),
    ...(corrections && {
      corrections: corrections.map((one) => ({ ...one, date: inTimezone(timezone, one.date) })),
    }),
  };
}
