import { posix } from 'node:path';
import type { Problem } from '../article/problem.ts';
import { findDeadLinks } from './checks/find-dead-links.ts';
import { findDuplicateArticles } from './checks/find-duplicate-articles.ts';
import { findFutureUpdates } from './checks/find-future-updates.ts';
import { ARTICLES_FOLDER, findArticles } from './find-articles.ts';
import { fileOf } from './linked-files.ts';
import { readArticleFiles, type ReadArticles, type ReadOptions } from './read-article-files.ts';
import { contentFolderWarnings } from './unpublished-files.ts';

/**
 * Reads and checks all articles of a folder. Articles with problems are not among the results, and
 * do not affect other articles.
 * @param folder relative to the current folder. Its parent is the content folder
 */
export async function readArticles(
  options: ReadOptions,
  folder: string = ARTICLES_FOLDER,
): Promise<ReadArticles> {
  const found = await findArticles(folder);
  const read = await readArticleFiles(found.articles, options);
  const slugs = new Set(found.articles.map(({ slug }) => slug));
  const linked = new Set(
    read.articles.flatMap(({ file, files }) => files.map(({ path }) => fileOf(file, path))),
  );
  // A faulty article can link to texts beside it.
  const faulty = new Set(read.problems.map(({ file }) => posix.dirname(file)));
  const notLinked = ({ file }: Problem): boolean =>
    !linked.has(file) && !(file.endsWith('.txt') && faulty.has(posix.dirname(file)));
  const problems = [
    ...found.problems.filter(notLinked),
    ...read.problems,
    ...findDeadLinks(read.articles, slugs, options.now, options.timezone),
    ...findFutureUpdates(read.articles, options.now, options.timezone),
    ...findDuplicateArticles(read.articles),
  ];
  const warnings = [
    ...found.warnings.filter(notLinked),
    ...read.warnings,
    ...(await contentFolderWarnings(posix.dirname(folder))),
  ];
  const invalid = new Set(problems.map(({ file }) => file));
  const articles = read.articles.filter(({ file }) => !invalid.has(file));
  return { ...read, articles, problems, warnings };
}
