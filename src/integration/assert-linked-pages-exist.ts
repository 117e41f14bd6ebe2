import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemsError } from '../article/problem.ts';
import { deadPage } from '../content/checks/find-dead-pages.ts';
import type { ReadArticle } from '../content/read-article-files.ts';

/**
 * Checks that the pages that texts link to are in the built site. Runs after the build, which
 * decides how many pages lists have, and copies `public/`.
 * @param folder the built site
 * @throws ProblemsError
 */
export function assertLinkedPagesExist(
  folder: string,
  articles: readonly Pick<ReadArticle, 'file' | 'pageLinks'>[],
): void {
  const problems = articles.flatMap(({ file, pageLinks }) =>
    pageLinks.filter(({ page }) => !isFile(join(folder, page))).map((link) => deadPage(file, link)),
  );
  if (problems.length > 0) throw new ProblemsError(problems);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
