import { startOfDate } from './date.ts';

export interface Orderable {
  readonly slug: string;
  readonly headline: string;
  readonly published?: string | undefined;
  /** Where a date without a time begins. Defaults to UTC. */
  readonly timezone?: string | undefined;
}

/**
 * Compares two articles for `sort`: newest first, and those without a date last. Compares articles
 * of the same date by headline and slug, so that the order does not depend on the file system.
 */
export function compareArticles(a: Orderable, b: Orderable): number {
  return (
    publishedAt(b) - publishedAt(a) ||
    compareText(a.headline, b.headline) ||
    compareText(a.slug, b.slug)
  );
}

function publishedAt({ published, timezone }: Orderable): number {
  return published === undefined ? UNDATED : startOfDate(published, timezone);
}

/** Earlier than every date. Finite, because `Infinity - Infinity` is `NaN`. */
const UNDATED = -Number.MAX_VALUE;

/** Compares two texts by code unit, so that the order does not depend on the locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
