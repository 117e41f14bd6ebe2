import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemsError } from '../article/problem.ts';
import { SEARCH_FOLDER } from '../client/search/search-parts.ts';
import { socialPicturePath } from '../outputs/social-cards/social-card.ts';
import { openCache, type Cache } from '../cache/cache.ts';
import { digestOf, digestOfFiles } from '../cache/digest.ts';
import { stampsIn } from '../cache/file-stamp.ts';
import { handOver } from '../content/handed-over.ts';
import type { ReadArticle } from '../content/read-article-files.ts';
import { readArticles } from '../content/read-articles.ts';
import { parserVersion, softwareVersion } from '../cache/software-version.ts';
import { PUBLICATION_FILE, readPublication, type Publication } from '../publication.ts';
import {
  isAsRecorded,
  readRecord,
  writeRecord,
  type BuildRecord,
} from './incremental/build-record.ts';
import { nextChangeOfNews } from '../outputs/sitemap/sitemap.ts';
import { inTurn } from './build-lock.ts';
import { indexArticles } from '../outputs/search-index/index-articles.ts';
import { SEARCH_NEXT } from '../outputs/search-index/index-worker.ts';
import { linkIfUnchanged } from './incremental/link-if-unchanged.ts';
import { leftOut } from '../integration/skipped-outputs.ts';
import { neutralizeEnvironment } from '../integration/neutralize-environment.ts';
import type { Progress } from '../cli/progress.ts';
import { recoverFolder, replaceFolder } from './replace-folder.ts';
import { reusePages } from './incremental/reuse-pages.ts';
import { drawSocialPictures, type SocialPicture } from '../outputs/social-cards/social-cards.ts';
import { stampServiceWorker } from '../outputs/stamp-service-worker.ts';
import { withWholePictures } from './whole-pictures.ts';
import { isDraft, wrongPages } from '../integration/assert-pages-match-articles.ts';

/** What a build made. */
export interface BuiltSite {
  /** Articles that have a page. */
  readonly articles: number;
  /** Articles left out because they say `draft: true`. */
  readonly drafts: number;
  /** What was left out, and why: see `leftOut`. */
  readonly leftOut: readonly string[];
  readonly work: BuildWork;
}

/** How much of the work of a build was new. */
export interface BuildWork {
  /** Articles that had to be parsed. */
  readonly parsed: number;
  /** Pages that had to be rendered. */
  readonly rendered: number;
  /** Pages that the last build had left. */
  readonly reused: number;
}

/** The folder that keeps the work of builds, from the project's folder. */
const CACHE_FOLDER = '.astro/cache';
const LOCK_FILE = '.astro/cache/build.lock';

interface BuildOptions {
  /** From the project's folder. */
  readonly outDir: string;
  /** Shows Astro's own report. */
  readonly verbose: boolean;
  readonly progress: Progress;
}

/**
 * Builds the site into a folder beside `outDir` and puts it in its place when it is whole: a build
 * that fails or is interrupted leaves the last good one as it was. Where nothing has changed since
 * the last build, that stays. Two builds at once take turns.
 * @throws ProblemsError if anything about the content is wrong, with all that is wrong
 */
export async function buildSite(options: BuildOptions): Promise<BuiltSite> {
  const { outDir, progress } = options;
  return inTurn(LOCK_FILE, progress.waiting, async () => {
    // First of all: whatever happens next, the last good site is where it belongs.
    await recoverFolder(outDir);
    const cache = openCache();
    try {
      const publication = readPublication();
      const before = readInputs();
      const now = Date.now();
      const last = readRecord<BuiltSite>(cache, outDir);
      const current = last?.inputs === before.inputs && now < (last.until ?? Infinity);
      if (current && isAsRecorded(outDir, last)) {
        const reused = Object.keys(last.pages).length;
        return { ...last.result, work: { parsed: 0, rendered: 0, reused } };
      }
      return await buildAnew({ ...options, cache, publication, last, before, now });
    } finally {
      cache.close();
    }
  });
}

/** What decides what a build makes. */
interface Inputs {
  /** See `BuildRecord`. */
  readonly version: string;
  /** See `BuildRecord`. */
  readonly inputs: string;
}

function readInputs(): Inputs {
  const version = digestOf(softwareVersion(), digestOfFiles([PUBLICATION_FILE]));
  const stamps = JSON.stringify([stampsIn('content'), stampsIn('public')]);
  return { version, inputs: digestOf(version, stamps) };
}

async function buildAnew({
  outDir,
  verbose,
  progress,
  cache,
  publication,
  last,
  before,
  now,
}: BuildOptions & {
  readonly cache: Cache;
  readonly publication: Publication;
  readonly last: BuildRecord<BuiltSite> | undefined;
  readonly before: Inputs;
  /** When the build began. */
  readonly now: number;
}): Promise<BuiltSite> {
  // Before Astro starts: what is wrong with the content is told at once, and all together.
  const read = await readArticles({
    publicationLanguage: publication.language,
    cache,
    version: parserVersion(),
    onProgress: progress.parsing,
  });
  if (read.problems.length > 0) throw new ProblemsError(read.problems);
  const articles = read.articles.filter((article) => !isDraft(article));
  const undated = articles.filter(({ article }) => article.published === undefined);
  const work = { parsed: read.parsed, rendered: 0, reused: 0 };
  const result = {
    articles: articles.length,
    drafts: read.articles.length - articles.length,
    leftOut: leftOut(publication, undated.length),
    work,
  };
  const known = last?.version === before.version ? last : undefined;
  let recorded: Pick<BuildRecord, 'pages' | 'search' | 'drawn'> = {
    ...{ pages: {}, search: {}, drawn: {} },
  };
  const fill = async (folder: string): Promise<void> => {
    const pages = reusePages({
      ...{ last: known, from: outDir, to: folder },
      onProgress: progress.rendering,
    });
    handOver(read);
    // Beside the pages.
    const indexing = indexArticles(articles, {
      ...{ publicationLanguage: publication.language, last: known, from: outDir },
    });
    // Whatever is wrong with it is told when it is awaited.
    indexing.catch(() => undefined);
    try {
      neutralizeEnvironment(process.env);
      // Rolldown's allocator reads it when it is loaded, and would else keep what has been freed: of
      // 10,000 articles, 200 MB while pages are rendered.
      process.env.MIMALLOC_PURGE_DELAY ??= '0';
      // Nor take two megabytes where it needs four kilobytes: 110 MB, even of a single article.
      process.env.MIMALLOC_ALLOW_THP ??= '0';
      // Astro takes a second to load, which a build of nothing new does not need.
      const { build } = await import('astro');
      await build({
        outDir: `./${folder}`,
        logLevel: verbose ? 'info' : 'warn',
        integrations: [pages.integration],
      });
      const wrong = wrongPages(folder, read.articles);
      if (wrong.length > 0) throw new ProblemsError(wrong);
      await stampServiceWorker(folder);
      const drawn = await drawSocialPictures(folder, socialPictures(publication, articles), {
        takeOver: (path, shows) =>
          known?.drawn[path] === shows &&
          linkIfUnchanged(join(outDir, path), join(folder, path), known.files[path]),
        onProgress: progress.drawing,
      });
      Object.assign(work, pages.count);
      recorded = { pages: pages.pages, search: await indexing, drawn };
    } finally {
      // Nothing works on after the build, whatever went wrong.
      await indexing;
      handOver(undefined);
    }
    await rename(SEARCH_NEXT, join(folder, SEARCH_FOLDER));
  };
  await replaceFolder(outDir, (folder) => withWholePictures(CACHE_FOLDER, () => fill(folder)));
  // What was changed while the build went on may be in it or not: then it is no base for the next.
  if (readInputs().inputs === before.inputs) {
    const dates = articles.flatMap(({ article }) => article.published ?? []);
    const until = publication.url === undefined ? undefined : nextChangeOfNews(dates, now);
    // Only now: removing the last site has touched the files that the new one shares with it.
    const files = stampsIn(outDir);
    writeRecord(cache, outDir, { ...before, until, files, ...recorded, result });
    cache.clearUnused();
  }
  return result;
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
