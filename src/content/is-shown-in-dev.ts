import { isPublished } from '../article/is-published.ts';
import type { ReadArticle } from './read-article-files.ts';

/**
 * Whether `dev` shows an article: also drafts, and with `--future` those that are held back.
 * @param now in milliseconds since 1970 UTC
 */
export function isShownInDev({ article, schedule }: ReadArticle, now: number): boolean {
  return article.draft === true || isPublished(schedule, now) || process.argv.includes('--future');
}
