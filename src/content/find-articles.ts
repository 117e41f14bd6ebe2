import { existsSync, type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import type { Problem } from '../article/problem.ts';
import { faultOfSlug, slugKey } from '../article/slug.ts';

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
}

/**
 * Finds the articles: `<slug>.md`, or `<slug>/index.md` with its pictures beside it.
 *
 * Whatever looks like an article and cannot become a page of its own is a problem with a name:
 * a name that no address can hold, two files for one address, a symbolic link. Other files
 * (pictures, notes of the system) are left alone.
 */
export async function findArticles(folder: string = ARTICLES_FOLDER): Promise<FoundArticles> {
  const found: Findings = { articles: [], problems: [] };
  if (existsSync(folder)) await searchFolder(folder, found);
  else found.problems.push({ file: folder, wrong: 'There is no such folder.', right: makeFolder });
  const { articles, clashes } = separateClashes(found.articles);
  return { articles, problems: [...found.problems, ...clashes] };
}

interface Findings {
  readonly articles: ArticleFile[];
  readonly problems: Problem[];
}

async function searchFolder(folder: string, found: Findings): Promise<void> {
  for (const entry of await entriesOf(folder)) {
    const file = `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) {
      found.problems.push({ file, wrong: 'This is a symbolic link.', right: copyInstead });
    } else if (entry.isDirectory()) {
      await searchArticleFolder(file, entry.name, found);
    } else if (isArticleName(entry.name)) {
      addArticle({ slug: entry.name.slice(0, -'.md'.length), file }, found);
    } else if (looksLikeArticle(entry.name)) {
      found.problems.push({ file, wrong: 'This is not read as an article.', right: nameItMd });
    }
  }
}

async function searchArticleFolder(folder: string, slug: string, found: Findings): Promise<void> {
  const before = found.articles.length;
  const others: string[] = [];
  for (const entry of await entriesOf(folder)) {
    const file = `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) {
      found.problems.push({ file, wrong: 'This is a symbolic link.', right: copyInstead });
    } else if (entry.isDirectory()) {
      others.push(...(await textsWithin(file)));
    } else if (entry.name === 'index.md') {
      addArticle({ slug, file }, found);
    } else if (looksLikeArticle(entry.name)) {
      others.push(file);
    }
  }
  const right =
    found.articles.length > before
      ? `The article of this folder is index.md. Move the other one up: ${ARTICLES_FOLDER}/<slug>.md`
      : 'The article of a folder is named index.md.';
  found.problems.push(
    ...others.map((file) => ({ file, wrong: 'This is not read as an article.', right })),
  );
}

/** Texts in folders below an article's: too deep to be articles, and perhaps meant to be. */
async function textsWithin(folder: string): Promise<string[]> {
  const texts: string[] = [];
  for (const entry of await entriesOf(folder)) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) texts.push(...(await textsWithin(file)));
    else if (looksLikeArticle(entry.name)) texts.push(file);
  }
  return texts;
}

function addArticle(article: ArticleFile, found: Findings): void {
  const fault = faultOfSlug(article.slug);
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

/** What is not hidden, in the order of the names, so that problems are told in the same order on every machine. */
async function entriesOf(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter(isVisible).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Systems and editors keep files of their own under names that begin with a dot: `._index.md`. */
function isVisible({ name }: Dirent): boolean {
  return !name.startsWith('.');
}

function isArticleName(name: string): boolean {
  return name.endsWith('.md');
}

function looksLikeArticle(name: string): boolean {
  return /\.(?:md|markdown|mdown|mdx|mkd|txt)$/i.test(name);
}

const makeFolder = 'Make it, and put your articles there: one file each, named <slug>.md';
const copyInstead = 'Put a copy of the file itself here.';
const nameItMd =
  'End its name with .md, in small letters. Plain text is brought in by: npm run import -- FILE';
