import { formatDate, isDate } from '../../../article/date.ts';

/** The day in a line that says when the article was published or changed. */
export interface DateLine {
  readonly key: 'published' | 'updated';
  /** `2021-03-03` */
  readonly date: string;
}

/**
 * Reads a line that says when the article was published or changed, and nothing else: `Published: 3
 * March 2021`, `Stand: 03.03.2021`, `Опубликовано: 3 марта 2021 г.`
 * @returns `undefined` if the line may be something else, or has a time without a time zone
 */
export function readDateLine(line: string): DateLine | undefined {
  const match = LABELLED.exec(line)?.groups;
  if (match?.label === undefined || match.date === undefined) return undefined;
  const date = parseDay(match.date.trim());
  if (date === undefined) return undefined;
  return { key: UPDATED.test(match.label) ? 'updated' : 'published', date };
}

/**
 * Reads a line that is a day and nothing else: `3 March 2021`. Beside a byline, that is when the
 * article was published; elsewhere it may be the day of something in the article.
 */
export function readBareDate(line: string): DateLine | undefined {
  const date = line.length <= MAX_LENGTH ? parseDay(line) : undefined;
  return date === undefined ? undefined : { key: 'published', date };
}

/** In characters. */
const MAX_LENGTH = 60;

/** Whether a line is probably a date of the article, but says more, or can be read in two ways. */
export function mayBeDateLine(line: string): boolean {
  return LABELLED.test(line) || readBareDate(line) !== undefined;
}

const PUBLISHED_LABELS =
  'published|posted|veröffentlicht|erschienen|publié le|publié|publicado el|publicado em|publicado|опубликовано|опубліковано|yayınlanma|yayınlandı|yayın tarihi|نُشر في|نشر في|تاريخ النشر|تاریخ انتشار|प्रकाशित|发布时间|發布時間|发布|發布';
const UPDATED_LABELS =
  'updated|last updated|stand|aktualisiert|mis à jour le|mis à jour|actualizado el|actualizado|atualizado em|atualizado|обновлено|оновлено|güncelleme|güncellendi|تحديث|آخر تحديث|به‌روزرسانی|अपडेट|更新时间|更新時間|更新';
const LABELLED = new RegExp(
  `^(?<label>${PUBLISHED_LABELS}|${UPDATED_LABELS}) ?(?:[:：]\\s*|\\s)(?<date>[^\\n]{6,60})$`,
  'iu',
);
const UPDATED = new RegExp(`^(?:${UPDATED_LABELS})$`, 'iu');

/** The languages of the interface. English and Arabic write dates in two ways. */
const LANGUAGES =
  'en-GB en-US de fr es pt ru uk tr ar ar-LB fa-u-ca-gregory hi zh-Hans zh-Hant'.split(' ');

/** Reads a day whose order cannot be mistaken. */
function parseDay(words: string): string | undefined {
  if (isDate(words) && !words.includes('T')) return words;
  const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(words) ?? [];
  if (day !== undefined && month !== undefined && year !== undefined) {
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDate(date) ? date : undefined;
  }
  return parseLongDate(words);
}

/** Finds the day that one of the languages writes like this. */
function parseLongDate(words: string): string | undefined {
  const numbers = words.match(/\p{Nd}+/gu)?.map(digitsToNumber) ?? [];
  const year = numbers.find((number) => number > 999);
  if (year === undefined) return undefined;
  for (const day of new Set(numbers.filter((number) => number >= 1 && number <= 31))) {
    for (let month = 1; month <= 12; month++) {
      const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      if (!isDate(date)) continue;
      if (LANGUAGES.some((language) => same(formatDate(date, language), words))) return date;
    }
  }
  return undefined;
}

function same(a: string, b: string): boolean {
  return normalized(a) === normalized(b);
}

function normalized(words: string): string {
  const spaced = words.toLowerCase().replaceAll(/\s+/g, ' ');
  return spaced.replaceAll(/\p{Nd}+/gu, (digits) => String(digitsToNumber(digits)));
}

/** Reads Western, Arabic, Persian and Devanagari digits. */
function digitsToNumber(digits: string): number {
  const values = Array.from(digits, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    return ZEROS.map((zero) => code - zero).find((value) => value >= 0 && value <= 9);
  });
  return Number(values.join(''));
}

const ZEROS = [0x30, 0x660, 0x6f0, 0x966];
