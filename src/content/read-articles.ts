import { posix } from 'node:path';
import { deadLinks } from './checks/find-dead-links.ts';
import { duplicateArticles } from './checks/find-duplicate-articles.ts';
import { futureUpdates } from './checks/find-future-updates.ts';
import { ARTICLES_FOLDER, findArticles } from './find-articles.ts';
import { readArticleFiles, type ReadArticles, type Reading } from './read-article-files.ts';
import { warningsOfContent } from './unpublished-files.ts';

/**
 * Reads every article of a folder. An article with a problem is left out and named; it
 * changes nothing about the others.
 * @param folder from the current folder, within that of the content
 */
export async function readArticles(
  reading: Reading,
  folder: string = ARTICLES_FOLDER,
): Promise<ReadArticles> {
  const found = await findArticles(folder);
  const read = await readArticleFiles(found.articles, reading);
  const slugs = new Set(found.articles.map(({ slug }) => slug));
  const problems = [
    ...found.problems,
    ...read.problems,
    ...deadLinks(read.articles, slugs, reading.now),
    ...futureUpdates(read.articles, reading.now),
    ...duplicateArticles(read.articles),
  ];
  const beside = await warningsOfContent(posix.dirname(folder));
  const warnings = [...found.warnings, ...read.warnings, ...beside];
  const faulty = new Set(problems.map(({ file }) => file));
  const articles = read.articles.filter(({ file }) => !faulty.has(file));
  return { ...read, articles, problems, warnings };
}
