import { formatDate } from './date.ts';

interface Dates {
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
}

/**
 * Formats the dates of an article: `19 September 2023`. If both are on the same day, also the times
 * that they have, in their own time zones: `19 September 2023 at 14:30 GMT+3`.
 */
export function formatDates({ published, updated }: Dates, language: string): Dates {
  const sameDay = dayIn(published) === dayIn(updated);
  const format = (date: string | undefined): string | undefined =>
    date && (sameDay ? formatTime(date, language) : formatDate(date, language));
  return { published: format(published), updated: format(updated) };
}

/** The day in the front matter, whatever the time zone. */
function dayIn(date: string | undefined): string | undefined {
  return date?.replace(/T.*/, '');
}

function formatTime(date: string, language: string): string {
  const [zone] = /(?:Z|[+-]\d{2}:\d{2})$/.exec(date.replace(/^[^T]*$/, '')) ?? [];
  if (zone === undefined) return formatDate(date, language);
  return new Intl.DateTimeFormat([language, 'en'], {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone === 'Z' ? 'UTC' : zone,
    timeZoneName: 'short',
  }).format(Date.parse(date));
}
