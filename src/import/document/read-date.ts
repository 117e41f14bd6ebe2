import { isDate } from '../../article/date.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A date, and whether it had a time of which the time zone is not known. */
export interface SourceDate {
  readonly value: string;
  readonly lostTime: boolean;
}

/**
 * Reads a date in the formats of RFC 3339, ISO 8601 and RFC 822, or with the name of the month in
 * English: `Jul 08 2022`. Of a time without a time zone, only the day is certain.
 */
export function readDate(text: string): SourceDate | undefined {
  const iso =
    /^(\d{4}-?\d{2}-?\d{2})(?:[T ](\d{2}:?\d{2}(?::?\d{2}(?:\.\d+)?)?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text,
    );
  if (iso) return dateFrom(withMarks(iso[1] ?? '', '-', 4), withMarks(iso[2], ':', 2), iso[3]);
  // RFC 822: Wed, 03 Mar 2021 14:30:00 +0100
  const mail =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4}|\d{2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s*([+-]\d{4}|[a-z]+)?$/i.exec(
      text,
    );
  if (!mail) return readLongDate(text);
  const [, day = '', month = '', year = '', time = '', zone] = mail;
  const fullYear = year.length === 2 ? `${Number(year) < 50 ? '20' : '19'}${year}` : year;
  return dateFrom(
    dayOf(fullYear, month, day),
    time.padStart(time.length === 4 || time.length === 7 ? time.length + 1 : 0, '0'),
    zone,
  );
}

/** `Jul 08 2022`, `8 July 2022` */
function readLongDate(text: string): SourceDate | undefined {
  const words = text.replaceAll(/[,.]/g, ' ').split(/\s+/).filter(Boolean);
  const [first = '', second = '', year = ''] = words;
  if (words.length !== 3 || !/^\d{4}$/.test(year)) return undefined;
  const [month, day] = /^\d/.test(first) ? [second, first] : [first, second];
  return /^[a-z]+$/i.test(month) && /^\d{1,2}$/.test(day)
    ? dateFrom(dayOf(year, month, day), undefined, undefined)
    : undefined;
}

function dayOf(year: string, month: string, day: string): string {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `20210303` → `2021-03-03` */
function withMarks(digits: string | undefined, mark: string, first: number): string | undefined {
  if (digits === undefined || digits.includes(mark)) return digits;
  const rest = digits.slice(first).replaceAll(/(\d{2})(?=\d)/g, `$1${mark}`);
  return `${digits.slice(0, first)}${mark}${rest}`;
}

/** https://www.rfc-editor.org/rfc/rfc822#section-5 */
const ZONES: Readonly<Record<string, string>> = {
  Z: 'Z', UT: 'Z', UTC: 'Z', GMT: 'Z',
  EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00',
  MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00',
}; // prettier-ignore

function dateFrom(day: string | undefined, time: string | undefined, zone: string | undefined) {
  if (day === undefined || !isDate(day)) return undefined;
  if (time === undefined) return { value: day, lostTime: false };
  const offset = ZONES[zone?.toUpperCase() ?? ''] ?? zone?.replace(/^(...)(\d\d)$/, '$1:$2');
  const value = `${day}T${time}${offset ?? ''}`;
  return offset !== undefined && isDate(value)
    ? { value: value.replace('+00:00', 'Z'), lostTime: false }
    : { value: day, lostTime: true };
}
