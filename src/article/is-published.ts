import { startOfDate } from './date.ts';

/** The keys of an article that decide when it is published. */
export interface Publishable {
  readonly draft?: boolean | undefined;
  /** A date, or a date and time: see `isDate`. */
  readonly published?: string | undefined;
}

/**
 * Whether an article is published: it is not a draft, and its date is not in the future.
 * @param now in milliseconds since 1970 UTC
 */
export function isPublished(article: Publishable, now: number): boolean {
  return dueAt(article) <= now;
}

/** Whether an article is not a draft, and its date is in the future. */
export function isHeldBack(article: Publishable, now: number): boolean {
  return article.draft !== true && !isPublished(article, now);
}

/**
 * Returns when an article is to be published, in milliseconds since 1970 UTC: `Infinity` for a
 * draft, `-Infinity` for an article without a date. A date without a time starts in UTC.
 */
export function dueAt({ draft, published }: Publishable): number {
  if (draft === true) return Infinity;
  return published === undefined ? -Infinity : startOfDate(published);
}

/** Returns when the next article that is held back is due; `undefined` if there is none. */
export function nextDue(articles: readonly Publishable[], now: number): number | undefined {
  return articles
    .filter((article) => isHeldBack(article, now))
    .map(dueAt)
    .sort((a, b) => a - b)[0];
}
