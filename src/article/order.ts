import { startOfDate } from './date.ts';

/** What the order of articles depends on. */
export interface Orderable {
  readonly slug: string;
  readonly headline: string;
  readonly published?: string | undefined;
}

/**
 * The order in which articles stand wherever they are listed: the newest first; those without a
 * date after those with one; among equals by headline, then by slug, so that the order never
 * depends on the file system.
 */
export function compareArticles(a: Orderable, b: Orderable): number {
  return (
    publishedAt(b) - publishedAt(a) ||
    compareText(a.headline, b.headline) ||
    compareText(a.slug, b.slug)
  );
}

function publishedAt({ published }: Orderable): number {
  return published === undefined ? UNDATED : startOfDate(published);
}

/** Earlier than every date there is, and finite, so that two undated articles compare as equal. */
const UNDATED = -Number.MAX_VALUE;

/** By code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
