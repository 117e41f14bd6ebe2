import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { builtPath } from '../article/alias.ts';
import type { ReadArticle } from '../content/read-article-files.ts';

/**
 * Gives the pages of aliases that are folders their names: Astro builds `old/-index.html`, because
 * its `file` format has no `index.html` in folders.
 * @param folder the built site
 * @throws Error of the file system if a page was not built
 */
export function renameFolderPages(
  folder: string,
  articles: readonly Pick<ReadArticle, 'article'>[],
): void {
  for (const path of articles.flatMap(({ article }) => article.aliases ?? [])) {
    renameSync(join(folder, builtPath(path)), join(folder, path));
  }
}
