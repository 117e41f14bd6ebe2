import { readdirSync } from 'node:fs';
import { normalize } from 'node:path';
import { articlePath } from '../article/address.ts';
import { ProblemsError, type Problem } from '../article/problem.ts';
import type { ReadArticle } from '../content/read-article-files.ts';

/**
 * Checks that every article has its page, and no draft has one: whatever goes wrong while rendering,
 * nothing disappears or appears without a message.
 * @param folder of the built site
 * @throws ProblemsError
 */
export function assertPagesMatchArticles(folder: string, articles: readonly ReadArticle[]): void {
  const pages = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
  const problems = articles.flatMap((article): Problem[] => {
    const page = articlePath(article.slug);
    const exists = pages.has(normalize(page));
    if (exists !== isDraft(article)) return [];
    const wrong = exists ? `The draft has a page, ${page}.` : `The page ${page} was not built.`;
    const right = 'This is a fault of the software. Run the build again with --verbose for more.';
    return [{ file: article.file, wrong, right }];
  });
  if (problems.length > 0) throw new ProblemsError(problems);
}

/** Whether an article is kept out of the built site. */
export function isDraft({ article }: ReadArticle): boolean {
  return article.draft === true;
}
