import { readdirSync } from 'node:fs';
import { normalize } from 'node:path';
import { articlePath } from '../article/address.ts';
import { isPublished } from '../article/is-published.ts';
import { ProblemsError, type Problem } from '../article/problem.ts';
import type { ReadArticle } from '../content/read-article-files.ts';

/**
 * Checks that every published article has a page, and that no other article has one. Astro exits with
 * code 0 when it fails to render an article.
 * @param folder the built site
 * @param now the time of the build, in milliseconds since 1970 UTC
 * @throws ProblemsError
 */
export function assertPagesMatchArticles(
  folder: string,
  articles: readonly ReadArticle[],
  now: number,
): void {
  const pages = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
  const problems = articles.flatMap((article): Problem[] => {
    const page = articlePath(article.slug);
    const exists = pages.has(normalize(page));
    if (exists === isPublished(article.article, now)) return [];
    const wrong = exists
      ? `The article is not published, but has a page, ${page}.`
      : `The page ${page} was not built.`;
    const right = 'This is a fault of the software. Run the build again with --verbose for more.';
    return [{ file: article.file, wrong, right }];
  });
  if (problems.length > 0) throw new ProblemsError(problems);
}
