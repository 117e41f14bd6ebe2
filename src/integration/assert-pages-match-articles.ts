import { readdirSync } from 'node:fs';
import { normalize } from 'node:path';
import { articlePath } from '../article/address.ts';
import type { Problem } from '../article/problem.ts';
import type { ReadArticle } from '../content/read-article-files.ts';

/**
 * Articles in equal pages out: whatever goes wrong on the way, no article disappears in silence, and
 * no draft appears.
 */
export function wrongPages(folder: string, articles: readonly ReadArticle[]): Problem[] {
  const pages = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
  return articles.flatMap((article): Problem[] => {
    const page = articlePath(article.slug);
    const exists = pages.has(normalize(page));
    if (exists !== isDraft(article)) return [];
    const wrong = exists ? `The draft has a page, ${page}.` : `The page ${page} was not built.`;
    const right =
      'This is a fault of the software. Run the build again with -- --verbose to see more.';
    return [{ file: article.file, wrong, right }];
  });
}

/** Whether an article is kept out of the built site. */
export function isDraft({ article }: ReadArticle): boolean {
  return article.draft === true;
}
