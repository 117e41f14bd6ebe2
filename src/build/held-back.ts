import { formatStart } from '../article/date.ts';
import { isHeldBack } from '../article/is-published.ts';
import type { ReadArticle } from '../content/read-article-files.ts';

/** Returns a sentence for each article with a future date, the next one first. */
export function heldBack(
  articles: readonly ReadArticle[],
  now: number,
  timezone?: string,
): string[] {
  return articles
    .filter(({ schedule }) => isHeldBack(schedule, now))
    .sort((a, b) => a.schedule.due - b.schedule.due)
    .map(({ file, article: { published = '' } }) => {
      return `Held back until ${formatStart(published, timezone)}: ${file}`;
    });
}

/** Returns a sentence with the number of expired articles, if there are any. */
export function expired(published: readonly ReadArticle[]): string[] {
  const { length } = published.filter((article) => article.expired);
  if (length === 0) return [];
  return [
    `Expired, so in no list, feed or search: ${length === 1 ? '1 article' : `${length.toLocaleString('en')} articles`}.`,
  ];
}
