import { join } from 'node:path';
import { SEARCH_FOLDER } from '../../client/search/search-parts.ts';
import { bodyAsRead } from '../../content/body-html.ts';
import type { FileStamp } from '../../cache/file-stamp.ts';
import type { ReadArticle } from '../../content/read-article-files.ts';
import { linkFolderIfUnchanged } from '../../build/incremental/link-if-unchanged.ts';
import { writeSearchIndex, type SearchParts } from './search-index.ts';

/** Where the search index is made, before there is a site to put it into. */
export const SEARCH_NEXT = '.astro/cache/search-next';

/** All that the making of an index needs, as data: see `indexArticles`. */
export interface IndexingTask {
  readonly articles: readonly Pick<ReadArticle, 'slug' | 'file' | 'digest' | 'article'>[];
  readonly publicationLanguage: string;
  readonly last: {
    readonly search: SearchParts;
    /** Those of its index, with their stamps. */
    readonly files: readonly (readonly [path: string, stamp: FileStamp])[];
  };
  readonly from: string;
}

/** What the worker of `indexArticles` does. */
export function makeIndex(task: IndexingTask): Promise<SearchParts> {
  const { articles, publicationLanguage, last, from } = task;
  const sources = {
    articles,
    publicationLanguage,
    bodyOf: ({ file, digest }: (typeof articles)[number]) => bodyAsRead(file, digest),
  };
  return writeSearchIndex(SEARCH_NEXT, sources, (part, madeOf) => {
    if (last.search[part] !== madeOf) return false;
    const folder = `${SEARCH_FOLDER}/${part}/`;
    const stamps = last.files
      .filter(([path]) => path.startsWith(folder))
      .map(([path, stamp]) => [path.slice(folder.length), stamp] as const);
    return linkFolderIfUnchanged(join(from, folder), join(SEARCH_NEXT, part), stamps);
  });
}
