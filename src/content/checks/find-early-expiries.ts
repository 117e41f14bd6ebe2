import type { Problem } from '../../article/problem.ts';
import type { ReadArticle } from '../read-article-files.ts';

/** Finds articles that expire before they are published, or at the same time. */
export function findEarlyExpiries(articles: readonly ReadArticle[]): Problem[] {
  return articles.flatMap(({ file, article: { published, expires }, schedule, lines }) => {
    if (published === undefined || expires === undefined) return [];
    // A draft has no schedule.
    if (schedule.due === Infinity || schedule.expiry > schedule.due) return [];
    return [
      {
        file,
        ...(lines.expires !== undefined && { line: lines.expires }),
        key: 'expires',
        wrong: `The article expires (${expires}) before it is published (${published}).`,
        right: 'Write a later date, or remove "expires".',
      },
    ];
  });
}
