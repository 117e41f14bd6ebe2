import { access } from 'node:fs/promises';
import { build } from 'astro';
import { articlePath } from '../article/address.ts';
import { socialPicturePath } from '../article/social-picture.ts';
import { ProblemsError, type Problem } from '../article/problem.ts';
import { readArticles, type ReadArticles } from '../collection/read-articles.ts';
import { readPublication, type Publication } from '../publication.ts';
import { drawSocialPictures, type SocialPicture } from './social-pictures.ts';
import { leftOut } from './left-out.ts';
import { replaceFolder } from './replace-folder.ts';
import { writeSearchIndex } from './search-index.ts';
import { stampServiceWorker } from './stamp-service-worker.ts';

/** What a build made. */
export interface BuiltSite {
  /** Articles that have a page. */
  readonly articles: number;
  /** Articles left out because they say `draft: true`. */
  readonly drafts: number;
  /** What the site does without, and why: a sentence each. */
  readonly leftOut: readonly string[];
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
  // Before Astro starts: what is wrong with the content is told at once, and all together.
  const publication = readPublication();
  const read = await readArticles(publication.language);
  if (read.problems.length > 0) throw new ProblemsError(read.problems);
  await replaceFolder(outDir, async (folder) => {
    await build({ outDir: `./${folder}`, logLevel: verbose ? 'info' : 'warn' });
    const missing = await missingPages(folder, published(read));
    if (missing.length > 0) throw new ProblemsError(missing);
    await stampServiceWorker(folder);
    await drawSocialPictures(folder, socialPictures(publication, published(read)));
    await writeSearchIndex(
      folder,
      published(read).map(({ slug, article }) => ({
        path: articlePath(slug),
        language: article.language ?? publication.language,
      })),
    );
  });
  const articles = published(read);
  const undated = articles.filter(({ article }) => article.published === undefined);
  return {
    articles: articles.length,
    drafts: read.articles.length - articles.length,
    leftOut: leftOut(publication, undated.length),
  };
}

function published({ articles }: ReadArticles): ReadArticles['articles'] {
  return articles.filter(({ article }) => article.draft !== true);
}

/** Those that cards need, where cards are: an address of a picture has to be absolute. */
function socialPictures(
  { name, language, url }: Publication,
  articles: ReadArticles['articles'],
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

/** Articles in equal pages out: whatever goes wrong on the way, no article disappears in silence. */
async function missingPages(
  folder: string,
  articles: ReadArticles['articles'],
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { slug, file } of articles) {
    const page = articlePath(slug);
    const exists = await access(`${folder}/${page}`).then(
      () => true,
      () => false,
    );
    if (!exists) {
      const right =
        'This is a fault of the software. Run the build again with -- --verbose to see more.';
      problems.push({ file, wrong: `The page ${page} was not built.`, right });
    }
  }
  return problems;
}
