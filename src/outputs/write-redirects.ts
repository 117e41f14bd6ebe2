import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlePath } from '../article/address.ts';
import { redirectLines } from '../article/alias.ts';
import type { ReadArticle } from '../content/read-article-files.ts';
import { REDIRECTS_FILE } from '../content/redirects-file.ts';

/**
 * Adds the aliases of articles to `_redirects`, after the lines of the publisher, which come first. Writes no
 * file if there are no aliases.
 * @param folder the built site
 */
export function writeRedirects(
  folder: string,
  articles: readonly Pick<ReadArticle, 'slug' | 'article'>[],
): void {
  const lines = articles.flatMap(({ slug, article: { aliases = [] } }) =>
    aliases.flatMap((alias) => redirectLines(alias, articlePath(slug))),
  );
  if (lines.length === 0) return;
  const file = join(folder, REDIRECTS_FILE);
  const own = readIfExists(file);
  writeFileSync(file, own + (own === '' || own.endsWith('\n') ? '' : '\n') + lines.join(''));
}

function readIfExists(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
