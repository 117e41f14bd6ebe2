import { join } from 'node:path';
import { SEARCH_FOLDER } from '../article/search.ts';
import { bodyHtml } from '../collection/body-html.ts';
import type { ReadArticle } from '../collection/read-article-files.ts';
import type { BuildRecord } from './build-record.ts';
import { linkFolderIfUnchanged } from './link-if-unchanged.ts';
import { writeSearchIndex, type SearchParts } from './search-index.ts';

/** Where the search index is made, before there is a site to put it into. */
export const SEARCH_NEXT = '.astro/cache/search-next';

/**
 * Makes the search index of a build, and takes over the parts of the last one that would come out
 * the same and are still as it left them.
 * @param options.publicationLanguage of articles that name none (BCP 47)
 * @param options.last what the last build left, if all that an index depends on is as it was
 * @param options.from the folder that the last build filled
 */
export function indexArticles(
  articles: readonly ReadArticle[],
  options: {
    readonly publicationLanguage: string;
    readonly last: BuildRecord | undefined;
    readonly from: string;
  },
): Promise<SearchParts> {
  const { publicationLanguage, last, from } = options;
  const files = Object.entries(last?.files ?? {});
  const bodyOf = ({ file, digest }: ReadArticle): string => bodyHtml(file, digest);
  return writeSearchIndex(SEARCH_NEXT, { articles, publicationLanguage, bodyOf }, takeOver);

  function takeOver(part: string, madeOf: string): boolean {
    if (last?.search[part] !== madeOf) return false;
    const folder = `${SEARCH_FOLDER}/${part}/`;
    const stamps = files
      .filter(([path]) => path.startsWith(folder))
      .map(([path, stamp]) => [path.slice(folder.length), stamp] as const);
    return linkFolderIfUnchanged(join(from, folder), join(SEARCH_NEXT, part), stamps);
  }
}
