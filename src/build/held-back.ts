import { formatStart } from '../article/date.ts';
import { dueAt, isHeldBack } from '../article/is-published.ts';
import type { ReadArticle } from '../content/read-article-files.ts';

/** Returns a sentence for each article with a future date, the next one first. */
export function heldBack(articles: readonly ReadArticle[], now: number): string[] {
  return articles
    .filter(({ article }) => isHeldBack(article, now))
    .sort((a, b) => dueAt(a.article) - dueAt(b.article))
    .map(({ file, article: { published = '' } }) => {
      return `Held back until ${formatStart(published)}: ${file}`;
    });
}
