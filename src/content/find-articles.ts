import { existsSync, type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { parse } from 'node:path';
import type { Fault, Problem } from '../article/problem.ts';
import { slugKey } from '../article/slug.ts';
import { checkArticleName, checkConflictCopy } from './check-article-name.ts';
import { isTemporaryFile, looksLikeArticle, unpublishedFileWarning } from './unpublished-files.ts';

/** Relative to the project. */
export const ARTICLES_FOLDER = 'content/articles';

/** The file of an article that has not been read. */
export interface ArticleFile {
  readonly slug: string;
  /** Relative to the project, with forward slashes: `content/articles/treaty/index.md`. */
  readonly file: string;
}

export interface FoundArticles {
  readonly articles: readonly ArticleFile[];
  /** Files that look like articles, but cannot be published. */
  readonly problems: readonly Problem[];
  /** Other files that are not published. */
  readonly warnings: readonly Problem[];
}

/**
 * Finds all articles: `<slug>.md`, and `<slug>/index.md` with its pictures beside it.
 *
 * Reports symbolic links, and files that look like articles but have an invalid name, the address
 * of another article, or the name of a conflict copy. Warns about other files, except pictures and
 * temporary files.
 */
export async function findArticles(folder: string = ARTICLES_FOLDER): Promise<FoundArticles> {
  const found: Findings = { articles: [], problems: [], warnings: [] };
  if (existsSync(folder)) await searchFolder(folder, found);
  else found.problems.push({ file: folder, ...NO_FOLDER });
  const { articles, problems } = separateDuplicateSlugs(found.articles);
  return { ...found, articles, problems: [...found.problems, ...problems] };
}

interface Findings {
  readonly articles: ArticleFile[];
  readonly problems: Problem[];
  readonly warnings: Problem[];
}

async function searchFolder(folder: string, found: Findings): Promise<void> {
  const entries = await readEntries(folder, found);
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of entries) {
    const file = `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) {
      found.problems.push({ file, ...SYMBOLIC_LINK });
    } else if (entry.isDirectory()) {
      await searchArticleFolder(file, entry.name, names, found);
    } else if (entry.name.endsWith('.md')) {
      addArticle({ slug: parse(file).name, file }, entry, names, found);
    } else if (looksLikeArticle(entry.name)) {
      found.problems.push({ file, ...notRead(file, RENAME_TO_MD) });
    } else {
      warn(file, entry, found);
    }
  }
}

/** @param siblings the names of all files and folders beside the folder */
async function searchArticleFolder(
  folder: string,
  slug: string,
  siblings: ReadonlySet<string>,
  found: Findings,
): Promise<void> {
  const before = found.articles.length;
  const others: string[] = [];
  for (const entry of await readEntries(folder, found)) {
    const file = `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) {
      found.problems.push({ file, ...SYMBOLIC_LINK });
    } else if (entry.isDirectory()) {
      others.push(...(await findNestedTexts(file, found)));
    } else if (entry.name === 'index.md') {
      addArticle({ slug, file }, entry, siblings, found);
    } else if (looksLikeArticle(entry.name)) {
      others.push(file);
    } else {
      warn(file, entry, found);
    }
  }
  const hasArticle = found.articles.length > before;
  const right = hasArticle
    ? `The article of this folder is index.md. Move this file to ${ARTICLES_FOLDER}/<slug>.md`
    : `Name the article of a folder index.md, and put the folder in ${ARTICLES_FOLDER}/`;
  found.problems.push(...others.map((file) => ({ file, ...notRead(file, right) })));
}

/** Finds files that look like articles in the folders of an article's folder. */
async function findNestedTexts(folder: string, found: Findings): Promise<string[]> {
  const texts: string[] = [];
  for (const entry of await readEntries(folder, found)) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) texts.push(...(await findNestedTexts(file, found)));
    else if (looksLikeArticle(entry.name)) texts.push(file);
    else warn(file, entry, found);
  }
  return texts;
}

function notRead(file: string, right: string): Fault {
  const copy = checkConflictCopy(parse(file).name);
  return copy ?? { wrong: 'This file is not read as an article.', right };
}

function warn(file: string, entry: Dirent, found: Findings): void {
  const warning = entry.isFile() ? unpublishedFileWarning(file) : undefined;
  if (warning) found.warnings.push(warning);
}

/** @param siblings the names of all files and folders beside the article */
function addArticle(
  article: ArticleFile,
  entry: Dirent,
  siblings: ReadonlySet<string>,
  found: Findings,
): void {
  const fault = entry.isFile() ? checkArticleName(article.slug, siblings) : NOT_A_FILE;
  if (fault) found.problems.push({ file: article.file, ...fault });
  else found.articles.push(article);
}

/**
 * `A.md` and `a.md`, or `a.md` and `a/index.md`, have the same address on some hosts and file
 * systems.
 */
function separateDuplicateSlugs(articles: readonly ArticleFile[]): {
  articles: ArticleFile[];
  problems: Problem[];
} {
  const groups = [...Map.groupBy(articles, ({ slug }) => slugKey(slug)).values()];
  return {
    articles: groups.filter((group) => group.length === 1).flat(),
    problems: groups.filter((group) => group.length > 1).flatMap(duplicateSlugs),
  };
}

function duplicateSlugs(group: readonly ArticleFile[]): Problem[] {
  return group.map(({ file }) => {
    const others = group.filter((other) => other.file !== file).map((other) => other.file);
    return {
      file,
      wrong: `This article would have the same address as ${others.join(' and ')}.`,
      right: 'Rename one of them. Addresses must differ in more than upper and lower case.',
    };
  });
}

/**
 * Returns the files and folders of a folder, sorted by name so that problems have the same order on
 * every machine. Returns nothing if the folder has been deleted.
 */
async function readEntries(folder: string, found: Findings): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter(({ name }) => !isTemporaryFile(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    found.problems.push({ file: folder, ...UNREADABLE_FOLDER });
    return [];
  }
}

const NO_FOLDER: Fault = {
  wrong: 'The folder does not exist.',
  right: 'Create it, and add your articles to it: one file each, named <slug>.md',
};
const UNREADABLE_FOLDER: Fault = {
  wrong: 'The folder cannot be read.',
  right: 'Check that it is a folder and that you have permission to read it.',
};
const SYMBOLIC_LINK: Fault = {
  wrong: 'This is a symbolic link.',
  right: 'Replace the link with a copy of the file.',
};
const NOT_A_FILE: Fault = {
  wrong: 'This is not a file.',
  right: 'Replace it with a text file.',
};
const RENAME_TO_MD =
  'Rename it so that it ends with .md in lower case. To import plain text, run: npm run import -- FILE';
