import { access } from 'node:fs/promises';
import { build } from 'astro';
import { articlePath } from '../article/address.ts';
import { ProblemsError, type Problem } from '../article/problem.ts';
import { openCache } from '../collection/cache.ts';
import { digestOf, digestOfFiles } from '../collection/digest.ts';
import { handOver } from '../collection/handed-over.ts';
import { readArticles, type ReadArticles } from '../collection/read-articles.ts';
import { parserVersion, softwareVersion } from '../collection/software-version.ts';
import { PUBLICATION_FILE, readPublication } from '../publication.ts';
import { digestsOf, readRecord, writeRecord } from './build-record.ts';
import { replaceFolder } from './replace-folder.ts';
import { reusePages } from './reuse-pages.ts';

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
  const t0 = performance.now(); const lap = (n: string) => console.log(n, Math.round(performance.now() - t0));
  // Before Astro starts: what is wrong with the content is told at once, and all together.
  const cache = openCache();
  const { language } = readPublication();
  const read = await readArticles({ publicationLanguage: language, cache, version: parserVersion() });
  lap('read ' + read.parsed);
  if (read.problems.length > 0) throw new ProblemsError(read.problems);
  handOver(read);
  const version = digestOf(softwareVersion(), digestOfFiles([PUBLICATION_FILE]));
  const last = readRecord(cache, outDir);
  lap('record');
  await replaceFolder(outDir, async (folder) => {
    const pages = reusePages({ last, version, from: outDir, to: folder, onProgress: () => {} });
    await build({ outDir: `./${folder}`, logLevel: verbose ? 'info' : 'warn', integrations: [pages.integration] });
    lap('astro');
    const missing = await missingPages(folder, published(read));
    if (missing.length > 0) throw new ProblemsError(missing);
    lap('missing');
    writeRecord(cache, outDir, { inputs: '', version, files: digestsOf(folder), pages: pages.pages });
    lap('record ' + pages.reused() + ' ' + pages.rendered());
  });
  lap('swap');
  const articles = published(read).length;
  return { articles, drafts: read.articles.length - articles };
}

function published({ articles }: ReadArticles): ReadArticles['articles'] {
  return articles.filter(({ article }) => article.draft !== true);
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
