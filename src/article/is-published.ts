import { startOfDate } from './date.ts';

/** What decides whether an article is published. */
export interface Publishable {
  readonly draft?: boolean | undefined;
  /** A date, or a date and time with offset: see `isDate`. */
  readonly published?: string | undefined;
}

/**
 * Whether an article has a page at a moment: it is no draft, and its date has come. A date without a
 * time comes when the day begins in UTC; an article without a date is always due.
 * @param now in milliseconds since 1970 UTC
 */
export function isPublished(article: Publishable, now: number): boolean {
  return dueAt(article) <= now;
}

/** Whether an article is ready and waits for its date. */
export function isHeldBack(article: Publishable, now: number): boolean {
  return article.draft !== true && !isPublished(article, now);
}

/** When an article is due, in milliseconds since 1970 UTC: a draft never (`Infinity`). */
export function dueAt({ draft, published }: Publishable): number {
  if (draft === true) return Infinity;
  return published === undefined ? -Infinity : startOfDate(published);
}

/** When the next of the articles is due that are held back; `undefined` if none is. */
export function nextDue(articles: readonly Publishable[], now: number): number | undefined {
  return articles
    .filter((article) => isHeldBack(article, now))
    .map(dueAt)
    .sort((a, b) => a - b)[0];
}
