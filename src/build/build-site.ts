import { readdir } from 'node:fs/promises';
import { normalize } from 'node:path';
import { build } from 'astro';
import { articlePath } from '../article/address.ts';
import { ProblemsError, type Problem } from '../article/problem.ts';
import type { ReadArticle } from '../collection/read-article.ts';
import { readArticles } from '../collection/read-articles.ts';
import { readPublication } from '../publication.ts';
import { recoverFolder, replaceFolder } from './replace-folder.ts';

/** What a build made. */
export interface BuiltSite {
  /** Articles that have a page. */
  readonly articles: number;
  /** Articles left out because they say `draft: true`. */
  readonly drafts: number;
}

/**
 * Builds the site into a folder beside `outDir` and puts it in its place when it is whole: a build
 * that fails or is interrupted leaves the last good one as it was.
 * @param options.outDir from the project's folder
 * @param options.verbose shows Astro's own report
 * @throws ProblemsError if anything about the content is wrong, with all that is wrong
 */
export async function buildSite({
  outDir,
  verbose,
}: {
  readonly outDir: string;
  readonly verbose: boolean;
}): Promise<BuiltSite> {
  // First of all: whatever happens next, the last good site is where it belongs.
  await recoverFolder(outDir);
  // Before Astro starts: what is wrong with the content is told at once, and all together.
  const read = await readArticles(readPublication().language);
  if (read.problems.length > 0) throw new ProblemsError(read.problems);
  await replaceFolder(outDir, async (folder) => {
    await build({ outDir: `./${folder}`, logLevel: verbose ? 'info' : 'warn' });
    const wrong = await wrongPages(folder, read.articles);
    if (wrong.length > 0) throw new ProblemsError(wrong);
  });
  const drafts = read.articles.filter(isDraft).length;
  return { articles: read.articles.length - drafts, drafts };
}

function isDraft({ article }: ReadArticle): boolean {
  return article.draft === true;
}

/**
 * Articles in equal pages out: whatever goes wrong on the way, no article disappears in silence, and
 * no draft appears.
 */
async function wrongPages(folder: string, articles: readonly ReadArticle[]): Promise<Problem[]> {
  const pages = new Set(await readdir(folder, { recursive: true }));
  return articles.flatMap((article): Problem[] => {
    const page = articlePath(article.slug);
    const exists = pages.has(normalize(page));
    if (exists !== isDraft(article)) return [];
    const wrong = exists ? `The draft has a page, ${page}.` : `The page ${page} was not built.`;
    const right =
      'This is a fault of the software. Run the build again with -- --verbose to see more.';
    return [{ file: article.file, wrong, right }];
  });
}
