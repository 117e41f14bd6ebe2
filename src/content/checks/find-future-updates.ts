import { earliestStartOfDate, startOfDate } from '../../article/date.ts';
import type { Problem } from '../../article/problem.ts';
import type { ReadArticle } from '../read-article-files.ts';

/**
 * Finds articles whose `updated` is in the future. For an article that is held back, it can be as
 * late as `published`, so that the build does not fail on that day.
 * @param now in milliseconds since 1970 UTC
 */
export function findFutureUpdates(
  articles: readonly ReadArticle[],
  now: number,
  timezone?: string,
): Problem[] {
  return articles.flatMap(({ file, article, schedule, lines }) => {
    const { updated } = article;
    // In some time zones, the day begins before it does in UTC.
    if (updated === undefined || earliestStartOfDate(updated) <= now) return [];
    // Also true for drafts, which are never due.
    if (startOfDate(updated, timezone) <= schedule.due) return [];
    return [
      {
        file,
        ...(lines.updated !== undefined && { line: lines.updated }),
        key: 'updated',
        wrong: `The date of the update, ${updated}, is in the future.`,
        right: 'Write the date of the last change, or remove "updated".',
      },
    ];
  });
}
