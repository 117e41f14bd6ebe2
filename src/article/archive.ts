interface Datable {
  /** A date, or a date and time: see `isDate`. */
  readonly published?: string | undefined;
}

export interface ArchiveMonth<Article> {
  /** For example `2023-09`. */
  readonly month: string;
  readonly articles: readonly Article[];
}

export interface ArchiveYear<Article> {
  /** For example `2023`. */
  readonly year: string;
  readonly months: readonly ArchiveMonth<Article>[];
}

/** All articles by year and month, newest first. */
export interface Archive<Article> {
  readonly years: readonly ArchiveYear<Article>[];
  readonly undated: readonly Article[];
}

/**
 * Groups articles by year and month. Uses dates as they are written: an offset from UTC never moves
 * an article to another month. Keeps the order of articles within a month.
 */
export function archive<Article extends Datable>(articles: readonly Article[]): Archive<Article> {
  const byMonth = Map.groupBy(articles, ({ published }) => published?.slice(0, 'YYYY-MM'.length));
  const undated = byMonth.get(undefined) ?? [];
  const months = [...byMonth]
    .flatMap(([month, ofMonth]) => (month === undefined ? [] : [{ month, articles: ofMonth }]))
    .sort((a, b) => (a.month < b.month ? 1 : -1));
  const byYear = Map.groupBy(months, ({ month }) => month.slice(0, 'YYYY'.length));
  return { years: [...byYear].map(([year, months]) => ({ year, months })), undated };
}
