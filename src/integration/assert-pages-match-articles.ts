import { readdirSync } from 'node:fs';
import { normalize } from 'node:path';
import { articlePath, pagePath } from '../article/address.ts';
import { isPublished } from '../article/is-published.ts';
import { ProblemsError, type Problem } from '../article/problem.ts';
import type { ReadDocument } from '../content/documents/read-documents.ts';
import type { ReadArticle } from '../content/read-article-files.ts';

/**
 * Checks that every published article and every page of `content/pages/` has a page, and that no other article has one. Astro exits with
 * code 0 when it fails to render an article.
 * @param folder the built site
 * @param now the time of the build, in milliseconds since 1970 UTC
 * @throws ProblemsError
 */
export function assertPagesMatchArticles(
  folder: string,
  articles: readonly ReadArticle[],
  now: number,
  standing: readonly ReadDocument<'pages'>[],
): void {
  const pages = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
  const problems = articles.flatMap((article): Problem[] => {
    const page = articlePath(article.slug);
    const exists = pages.has(normalize(page));
    if (exists === isPublished(article.schedule, now)) return [];
    if (!exists) return [notBuilt(article.file, page)];
    const wrong = `The article is not published, but has a page, ${page}.`;
    return [{ file: article.file, wrong, right: SOFTWARE_FAULT }];
  });
  for (const { slug, file } of standing) {
    if (!pages.has(pagePath(slug))) problems.push(notBuilt(file, pagePath(slug)));
  }
  if (problems.length > 0) throw new ProblemsError(problems);
}

function notBuilt(file: string, page: string): Problem {
  return { file, wrong: `The page ${page} was not built.`, right: SOFTWARE_FAULT };
}

const SOFTWARE_FAULT =
  'This is a fault of the software. Run the build again with --verbose for more.';
