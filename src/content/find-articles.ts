import { existsSync, type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, parse } from 'node:path';
import type { Problem } from '../article/problem.ts';
import { slugKey } from '../article/slug.ts';
import { faultOfArticleName, faultOfConflictCopy } from './check-article-name.ts';
import { isByproduct, looksLikeArticle, warningOfFile } from './unpublished-files.ts';

/** The folder of the articles, from the project's folder. */
export const ARTICLES_FOLDER = 'content/articles';

/** An article's file, before anything is known of what it holds. */
export interface ArticleFile {
  readonly slug: string;
  /** From the project's folder, with forward slashes: `content/articles/treaty/index.md`. */
  readonly file: string;
}

/** The article files of a folder, and what is wrong with those that cannot be articles. */
export interface FoundArticles {
  readonly articles: readonly ArticleFile[];
  readonly problems: readonly Problem[];
  /** Files that are not published. They do not end the build. */
  readonly warnings: readonly Problem[];
}

/**
 * Finds the articles: `<slug>.md`, or `<slug>/index.md` with its pictures beside it.
 *
 * Whatever looks like an article and cannot become a page of its own is a problem with a name:
 * a name that no address can hold, two files for one address, a copy that a program left, a symbolic
 * link. Of other files that are not published, it warns. Pictures and what systems and editors leave
 * are left alone.
 */
export async function findArticles(folder: string = ARTICLES_FOLDER): Promise<FoundArticles> {
  const found: Findings = { articles: [], problems: [], warnings: [] };
  if (existsSync(folder)) await searchFolder(folder, found);
  else found.problems.push({ file: folder, wrong: 'There is no such folder.', right: makeFolder });
  const { articles, clashes } = separateClashes(found.articles);
  return { ...found, articles, problems: [...found.problems, ...clashes] };
}

interface Findings {
  readonly articles: ArticleFile[];
  readonly problems: Problem[];
  readonly warnings: Problem[];
}

async function searchFolder(folder: string, found: Findings): Promise<void> {
  const entries = await entriesOf(folder, found);
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of entries) {
    const file = `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) {
      found.problems.push({ file, wrong: 'This is a symbolic link.', right: copyInstead });
    } else if (entry.isDirectory()) {
      await searchArticleFolder(file, entry.name, names, found);
    } else if (isArticleName(entry.name)) {
      addArticle({ slug: entry.name.slice(0, -'.md'.length), file }, entry, names, found);
    } else if (looksLikeArticle(entry.name)) {
      found.problems.push({ file, ...notRead(entry.name, nameItMd) });
    } else {
      warn(file, entry, found);
    }
  }
}

/** @param names what stands beside the folder */
async function searchArticleFolder(
  folder: string,
  slug: string,
  names: ReadonlySet<string>,
  found: Findings,
): Promise<void> {
  const before = found.articles.length;
  const others: string[] = [];
  for (const entry of await entriesOf(folder, found)) {
    const file = `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) {
      found.problems.push({ file, wrong: 'This is a symbolic link.', right: copyInstead });
    } else if (entry.isDirectory()) {
      others.push(...(await textsWithin(file, found)));
    } else if (entry.name === 'index.md') {
      addArticle({ slug, file }, entry, names, found);
    } else if (looksLikeArticle(entry.name)) {
      others.push(file);
    } else {
      warn(file, entry, found);
    }
  }
  const right =
    found.articles.length > before
      ? `The article of this folder is index.md. Move the other one up: ${ARTICLES_FOLDER}/<slug>.md`
      : 'The article of a folder is named index.md.';
  found.problems.push(...others.map((file) => ({ file, ...notRead(basename(file), right) })));
}

/** Texts in folders below an article's: too deep to be articles, and perhaps meant to be. */
async function textsWithin(folder: string, found: Findings): Promise<string[]> {
  const texts: string[] = [];
  for (const entry of await entriesOf(folder, found)) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) texts.push(...(await textsWithin(file, found)));
    else if (looksLikeArticle(entry.name)) texts.push(file);
    else warn(file, entry, found);
  }
  return texts;
}

function notRead(name: string, right: string): Pick<Problem, 'wrong' | 'right'> {
  const copy = faultOfConflictCopy(parse(name).name);
  return copy ?? { wrong: 'This is not read as an article.', right };
}

function warn(file: string, entry: Dirent, found: Findings): void {
  const warning = entry.isFile() ? warningOfFile(file) : undefined;
  if (warning) found.warnings.push(warning);
}

/** @param names what stands beside it */
function addArticle(
  article: ArticleFile,
  entry: Dirent,
  names: ReadonlySet<string>,
  found: Findings,
): void {
  const fault = entry.isFile() ? faultOfArticleName(article.slug, names) : notAFile;
  if (fault) found.problems.push({ file: article.file, ...fault });
  else found.articles.push(article);
}

/** Two names that a host or file system may take for one: `A.md` and `a.md`, `a.md` and `a/index.md`. */
function separateClashes(articles: readonly ArticleFile[]): {
  articles: ArticleFile[];
  clashes: Problem[];
} {
  const byAddress = Map.groupBy(articles, ({ slug }) => slugKey(slug));
  const groups = [...byAddress.values()];
  return {
    articles: groups.filter((group) => group.length === 1).flat(),
    clashes: groups
      .filter((group) => group.length > 1)
      .flatMap((group) =>
        group.map(({ file }) => {
          const others = group.filter((other) => other.file !== file).map((other) => other.file);
          return {
            file,
            wrong: `This article would have the same address as ${others.join(' and ')}.`,
            right: 'Rename one of them. Capital letters alone do not tell addresses apart.',
          };
        }),
      ),
  };
}

/**
 * In the order of the names, so that problems are told in the same order on every machine. A folder
 * that has gone since it was found is empty.
 */
async function entriesOf(folder: string, found: Findings): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter(({ name }) => !isByproduct(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    found.problems.push({ file: folder, wrong: 'The folder cannot be read.', right: lookAtFolder });
    return [];
  }
}

function isArticleName(name: string): boolean {
  return name.endsWith('.md');
}

const makeFolder = 'Make it, and put your articles there: one file each, named <slug>.md';
const copyInstead = 'Put a copy of the file itself here.';
const nameItMd =
  'End its name with .md, in small letters. Plain text is brought in by: npm run import -- FILE';
const lookAtFolder = 'Look whether it is a folder, and whether you may read it.';
const notAFile = {
  wrong: 'This is not a file.',
  right: 'Put a file that holds text in its place.',
} as const;
