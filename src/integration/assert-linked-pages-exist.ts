import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemsError, type Problem } from '../article/problem.ts';
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
    pageLinks
      .filter(({ page }) => !isFile(join(folder, page)))
      .map(({ page, line }): Problem => ({
        file,
        line,
        wrong: `The link leads to ${page}, which is not in the site.`,
        right: ADVICE,
      })),
  );
  if (problems.length > 0) throw new ProblemsError(problems);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

const ADVICE =
  'Correct the address. Pages begin with a slash: /archive.html, /topics/council.html. A file beside the article is linked by its name.';
