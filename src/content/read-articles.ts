import { deadLinks } from './dead-links.ts';
import { findArticles } from './find-articles.ts';
import { readArticleFiles, type ReadArticles, type Reading } from './read-article-files.ts';

/**
 * Reads every article of a folder. An article with a problem is left out and named; it
 * changes nothing about the others.
 * @param folder from the current folder; `content/articles` if absent
 */
export async function readArticles(reading: Reading, folder?: string): Promise<ReadArticles> {
  const found = await findArticles(folder);
  const read = await readArticleFiles(found.articles, reading);
  const slugs = new Set(found.articles.map(({ slug }) => slug));
  const problems = [...found.problems, ...read.problems, ...deadLinks(read.articles, slugs)];
  const faulty = new Set(problems.map(({ file }) => file));
  return { ...read, articles: read.articles.filter(({ file }) => !faulty.has(file)), problems };
}
