import type { ReadArticles } from './read-article-files.ts';

/*
 * The build reads the articles before it starts Astro; Astro's loader decides which are shown; pages
 * show them. Each loads this code anew, in a graph of modules of its own: what has been read is handed
 * over on the global object, so that no article is read twice, or written and read back by Astro.
 */

const KEY = Symbol.for('offprint.articles');
const shared: typeof globalThis & { [KEY]?: ReadArticles | undefined } = globalThis;

/** Leaves articles for the loader, or for the pages, to find. */
export function handOver(articles: ReadArticles | undefined): void {
  shared[KEY] = articles;
}

/** The articles that were handed over last; `undefined` if none have been read yet. */
export function handedOver(): ReadArticles | undefined {
  return shared[KEY];
}
