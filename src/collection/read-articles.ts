import type { Problem } from '../article/problem.ts';
import { deadLinks } from './dead-links.ts';
import { findArticles } from './find-articles.ts';
import { readArticle, type ReadArticle } from './read-article.ts';

/** The articles that are in order, and what is wrong with the others. */
export interface ReadArticles {
  readonly articles: readonly ReadArticle[];
  readonly problems: readonly Problem[];
}

/**
 * Reads every article of a folder. An article with a problem is left out and named; it
 * changes nothing about the others.
 * @param publicationLanguage of articles that name none (BCP 47)
 * @param folder from the current folder; `content/articles` if absent
 */
export async function readArticles(
  publicationLanguage: string,
  folder?: string,
): Promise<ReadArticles> {
  const found = await findArticles(folder);
  const articles: ReadArticle[] = [];
  const problems = [...found.problems];
  for (const file of found.articles) {
    const reading = await readArticle(file, publicationLanguage);
    if (reading.ok) articles.push(reading.value);
    else problems.push(...reading.problems);
  }
  problems.push(...deadLinks(articles, new Set(found.articles.map(({ slug }) => slug))));
  const faulty = new Set(problems.map(({ file }) => file));
  return { articles: articles.filter(({ file }) => !faulty.has(file)), problems };
}
