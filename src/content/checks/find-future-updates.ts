import { earliestStartOfDate, startOfDate } from '../../article/date.ts';
import { dueAt } from '../../article/is-published.ts';
import type { Problem } from '../../article/problem.ts';
import type { ReadArticle } from '../read-article-files.ts';

/**
 * Finds articles that say they were updated at a time that is still to come: a page would state as
 * a fact what has not happened. An article that is held back may be updated when it is published,
 * not later, so that it does not end a build on the day it is due.
 * @param now in milliseconds since 1970 UTC
 */
export function futureUpdates(articles: readonly ReadArticle[], now: number): Problem[] {
  return articles.flatMap(({ file, article, updatedLine }) => {
    const { updated } = article;
    // An editor's day can have begun while UTC is still in the day before.
    if (updated === undefined || earliestStartOfDate(updated) <= now) return [];
    // Of a draft, nothing is published.
    if (startOfDate(updated) <= dueAt(article)) return [];
    const wrong = `The article says that it was updated on ${updated}, which is still to come.`;
    const right = 'Write when it was last changed, or leave out "updated".';
    return [
      {
        file,
        ...(updatedLine !== undefined && { line: updatedLine }),
        key: 'updated',
        wrong,
        right,
      },
    ];
  });
}
