import type { ReadArticles } from './read-article-files.ts';

/*
 * The build reads the articles before it starts Astro, which loads this code a second time, in a
 * graph of modules of its own: what has been read is handed over on the global object, so that no
 * article is read twice.
 */

const KEY = Symbol.for('offprint.articles');
const shared: typeof globalThis & { [KEY]?: ReadArticles | undefined } = globalThis;

/** Leaves articles for the loader to find. */
export function handOver(articles: ReadArticles | undefined): void {
  shared[KEY] = articles;
}

/** The articles that the build has read; `undefined` if there is no build. */
export function handedOver(): ReadArticles | undefined {
  return shared[KEY];
}
