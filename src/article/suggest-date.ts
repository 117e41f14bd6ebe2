import { isDate } from './date.ts';

/**
 * Reads a date as people write it, and returns it as `2026-03-03`. Returns `undefined` if it is not
 * certain: 3/4/2026 can be in March or April.
 *
 *     3 March 2026, March 3, 2026, 3. März 2026, 03.03.2026, 2026/3/3, 2026年3月3日
 */
export function suggestDate(text: string): string | undefined {
  const value = text.replaceAll(/[“”„‘’«»]/g, '').trim();
  const date = fromNumbers(value) ?? fromWords(value) ?? value;
  return isDate(date) && date !== text ? date : undefined;
}

function fromNumbers(value: string): string | undefined {
  const yearFirst = /^(\d{4})[年./-] ?(\d{1,2})[月./-] ?(\d{1,2})日?$/.exec(value);
  if (yearFirst) return toDate(yearFirst[1], yearFirst[2], yearFirst[3]);
  const [, first, separator, second, year] =
    /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})$/.exec(value) ?? [];
  if (first === undefined) return undefined;
  // In dates with dots, the day always comes first.
  if (separator === '.' || first === second || Number(first) > 12)
    return toDate(year, second, first);
  return Number(second) > 12 ? toDate(year, first, second) : undefined;
}

function fromWords(value: string): string | undefined {
  const words = withAsciiDigits(value.toLowerCase()).match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
  const year = words.find((word) => /^\d{4}$/.test(word));
  const day = words.find((word) => /^\d{1,2}$/.test(word));
  const month = words.map((word) =>
    monthNames().findIndex((sameMonth) => sameMonth.includes(word)),
  );
  return toDate(year, String(Math.max(...month, -1) + 1), day);
}

/** Converts Arabic, Persian and Devanagari digits. */
function withAsciiDigits(value: string): string {
  return value.replaceAll(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]/g, (digit) =>
    String('٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९'.indexOf(digit) % 10),
  );
}

function toDate(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt', 'ru', 'tr', 'uk', 'ar', 'hi'];

let names: readonly (readonly string[])[] | undefined;

/**
 * The names of each month, alone and with a day, because some languages decline them. Made when
 * first needed: it takes 480 formatters.
 */
function monthNames(): readonly (readonly string[])[] {
  names ??= Array.from({ length: 12 }, (_, month) =>
    LANGUAGES.flatMap((language) =>
      (['long', 'short'] as const).flatMap((style) =>
        [{ month: style }, { month: style, day: 'numeric' } as const].map((options) =>
          (
            new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
              .formatToParts(Date.UTC(2026, month, 3))
              .find(({ type }) => type === 'month')?.value ?? ''
          )
            .toLowerCase()
            .replace(/\.$/, ''),
        ),
      ),
    ),
  );
  return names;
}
