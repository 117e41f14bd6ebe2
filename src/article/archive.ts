/** What the archive needs to know of an article. */
interface Datable {
  readonly published?: string | undefined;
}

/** The articles of one month. */
export interface ArchiveMonth<Article> {
  /** `2023-09` */
  readonly month: string;
  readonly articles: readonly Article[];
}

/** The articles of one year, by month. */
export interface ArchiveYear<Article> {
  /** `2023` */
  readonly year: string;
  readonly months: readonly ArchiveMonth<Article>[];
}

/** All articles: by year and month, newest first, and those without a date. */
export interface Archive<Article> {
  readonly years: readonly ArchiveYear<Article>[];
  readonly undated: readonly Article[];
}

/**
 * Sorts articles into years and months, by the day that stands in their dates: an offset from UTC
 * moves none into another month.
 * @param articles in the publication's order, which they keep within a month
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
