import { readdir } from 'node:fs/promises';
import { normalize } from 'node:path';
import { build } from 'astro';
import { articlePath } from '../article/address.ts';
import { socialPicturePath } from '../article/social-picture.ts';
import { ProblemsError, type Problem } from '../article/problem.ts';
import type { ReadArticle } from '../collection/read-article.ts';
import { readArticles } from '../collection/read-articles.ts';
import { readPublication, type Publication } from '../publication.ts';
import { inTurn } from './in-turn.ts';
import { leftOut } from './left-out.ts';
import { neutralizeEnvironment } from './neutralize-environment.ts';
import { recoverFolder, replaceFolder } from './replace-folder.ts';
import { writeSearchIndex } from './search-index.ts';
import { drawSocialPictures, type SocialPicture } from './social-pictures.ts';
import { stampServiceWorker } from './stamp-service-worker.ts';
import { withWholePictures } from './whole-pictures.ts';

/** What a build made. */
export interface BuiltSite {
  /** Articles that have a page. */
  readonly articles: number;
  /** Articles left out because they say `draft: true`. */
  readonly drafts: number;
  /** What the site does without, and why: a sentence each. */
  readonly leftOut: readonly string[];
}

/** The folder that keeps the work of builds, from the project's folder. */
const CACHE_FOLDER = '.astro/cache';
const LOCK_FILE = '.astro/cache/build.lock';

interface BuildOptions {
  /** From the project's folder. */
  readonly outDir: string;
  /** Shows Astro's own report. */
  readonly verbose: boolean;
}

/**
 * Builds the site into a folder beside `outDir` and puts it in its place when it is whole: a build
 * that fails or is interrupted leaves the last good one as it was.
 * Two builds at once take turns.
 * @throws ProblemsError if anything about the content is wrong, with all that is wrong
 */
export async function buildSite(options: BuildOptions): Promise<BuiltSite> {
  const onWait = (): void => {
    console.log('Another build is at work here: waiting for its end.');
  };
  return inTurn(LOCK_FILE, onWait, () => buildAlone(options));
}

async function buildAlone({ outDir, verbose }: BuildOptions): Promise<BuiltSite> {
  // First of all: whatever happens next, the last good site is where it belongs.
  await recoverFolder(outDir);
  // Before Astro starts: what is wrong with the content is told at once, and all together.
  const publication = readPublication();
  const read = await readArticles(publication.language);
  if (read.problems.length > 0) throw new ProblemsError(read.problems);
  const published = read.articles.filter((article) => !isDraft(article));
  neutralizeEnvironment(process.env);
  const fill = async (folder: string): Promise<void> => {
    await build({ outDir: `./${folder}`, logLevel: verbose ? 'info' : 'warn' });
    const wrong = await wrongPages(folder, read.articles);
    if (wrong.length > 0) throw new ProblemsError(wrong);
    await stampServiceWorker(folder);
    await drawSocialPictures(folder, socialPictures(publication, published));
    await writeSearchIndex(
      folder,
      published.map(({ slug, article }) => ({
        path: articlePath(slug),
        language: article.language ?? publication.language,
      })),
    );
  };
  await replaceFolder(outDir, (folder) => withWholePictures(CACHE_FOLDER, () => fill(folder)));
  const undated = published.filter(({ article }) => article.published === undefined);
  return {
    articles: published.length,
    drafts: read.articles.length - published.length,
    leftOut: leftOut(publication, undated.length),
  };
}

function isDraft({ article }: ReadArticle): boolean {
  return article.draft === true;
}

/** Those that cards need, where cards are: an address of a picture has to be absolute. */
function socialPictures(
  { name, language, url }: Publication,
  articles: readonly ReadArticle[],
): SocialPicture[] {
  if (url === undefined) return [];
  const publication = { headline: name, publication: '', language, path: socialPicturePath() };
  const withoutPicture = articles.filter(({ article }) => article.image?.file === undefined);
  return [
    publication,
    ...withoutPicture.map(({ slug, article }) => ({
      headline: article.headline,
      publication: name,
      language: article.language ?? language,
      path: socialPicturePath(slug),
    })),
  ];
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
