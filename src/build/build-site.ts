import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isListed, isPublished, nextMoment } from '../article/is-published.ts';
import { ProblemsError, type Problem } from '../article/problem.ts';
import { digestOf, digestOfFiles } from '../cache/digest.ts';
import { stampsIn } from '../cache/file-stamp.ts';
import { softwareVersion } from '../cache/software-version.ts';
import { keepOnlyPictures } from '../integration/encoded-pictures.ts';
import type { BuildStep, LoadedArticles } from '../integration/hooks.ts';
import { skippedOutputs } from '../integration/skipped-outputs.ts';
import { undrawnCards } from '../outputs/social-cards/social-cards.ts';
import { nextNewsChange } from '../outputs/sitemap/sitemap.ts';
import { PUBLICATION_FILE, readPublication, type Publication } from '../publication.ts';
import { withBuildLock } from './build-lock.ts';
import { followLink } from './follow-link.ts';
import { expired, heldBack } from './held-back.ts';
import {
  isUnchanged,
  readLastBuild,
  writeLastBuild,
  type LastBuild,
} from './incremental/last-build.ts';
import { pageWriter } from './incremental/page-writer.ts';
import { brokenLinksIn, problemsOfPublicFiles } from './public-files.ts';
import { recoverFolder, replaceFolder } from './replace-folder.ts';
import { watchBuild } from './watch-build.ts';

export interface BuiltSite {
  /** The number of published articles. */
  readonly articles: number;
  /** The number of articles with `draft: true`. */
  readonly drafts: number;
  /** See `skippedOutputs`. */
  readonly skipped: readonly string[];
  /** What the publisher should know. */
  readonly warnings: readonly Problem[];
  readonly work: BuildWork;
}

export interface BuildWork {
  /** The number of articles that were not in the cache. */
  readonly parsed: number;
  readonly rendered: number;
  /** The number of pages from the last build. */
  readonly reused: number;
}

const CACHE_FOLDER = '.astro/cache';

/** `cacheDir` of `astro.config.mjs`. */
const ASTRO_CACHE = `${CACHE_FOLDER}/astro`;

/** Exists while Astro writes its cache. If it does at the start, the last build was killed. */
const UNFINISHED = `${CACHE_FOLDER}/unfinished`;

interface BuildOptions {
  /** Relative to the project. */
  readonly outDir: string;
  /** Whether to show Astro's log. */
  readonly verbose: boolean;
  /** Whether warnings fail the build. */
  readonly strict: boolean;
  /** Whether to reuse unchanged pages of the last build. */
  readonly reuse: boolean;
  readonly onWait: () => void;
  readonly onProgress: (step: BuildStep, done: number, total: number) => void;
}

/**
 * Runs `astro build` as `npm run build` does: one build at a time, not at all if nothing has changed,
 * with unchanged pages of the last build, and replacing the last site only with a complete one.
 * @throws ProblemsError with all problems in the content, or an error of the file system
 */
export async function buildSite(options: BuildOptions): Promise<BuiltSite> {
  const { reuse, strict } = options;
  const outDir = followLink(options.outDir);
  assertWritable(CACHE_FOLDER, dirname(outDir));
  return withBuildLock(options.onWait, async () => {
    throwIfAny([...problemsOfPublicFiles(), ...brokenLinksIn('src/pages')]);
    await recoverFolder(outDir);
    const software = softwareVersion();
    const inputs = readInputs(software);
    const last = readLastBuild<BuiltSite>();
    if (last && reuse && isCurrent(last, inputs) && isUnchanged(outDir, last)) {
      if (strict) throwIfAny(last.result.warnings);
      const { rendered, reused } = last.result.work;
      return { ...last.result, work: { parsed: 0, rendered: 0, reused: rendered + reused } };
    }
    return runBuild({ ...options, outDir, last, software, inputs });
  });
}

/**
 * Creates missing folders.
 * @throws Error of the file system if a folder cannot be written
 */
function assertWritable(...folders: readonly string[]): void {
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  }
}

/** Returns a digest of everything that a build reads. */
function readInputs(software: string): string {
  return digestOf(
    software,
    digestOfFiles([PUBLICATION_FILE]),
    JSON.stringify([stampsIn('content'), stampsIn('public')]),
  );
}

function isCurrent({ inputs, validUntil = Infinity }: LastBuild, current: string): boolean {
  return inputs === current && Date.now() < validUntil;
}

function throwIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemsError(problems);
}

async function runBuild({
  outDir,
  verbose,
  strict,
  reuse,
  onProgress,
  last,
  software,
  inputs,
}: BuildOptions & {
  readonly last: LastBuild | undefined;
  readonly software: string;
  readonly inputs: string;
}): Promise<BuiltSite> {
  const watched = watchBuild(onProgress, ({ problems, warnings }) => {
    if (strict) throwIfAny(warnings);
    // With problems in the content, Astro stops before it renders anything.
    if (problems.length === 0) writeFileSync(UNFINISHED, '');
  });
  // Other files in the cache may be incomplete.
  if (!last || existsSync(UNFINISHED)) keepOnlyPictures(ASTRO_CACHE);
  const built = await replaceFolder(outDir, async (folder) => {
    const from = reuse && last?.software === software ? { ...last, folder: outDir } : undefined;
    const { integration, pages, counts } = pageWriter(folder, from, verbose, (done, total) => {
      onProgress('rendering', done, total);
    });
    // Loading Astro takes a second, so don't load it if there is nothing to build.
    const { build } = await import('astro');
    try {
      await build({
        outDir: folder,
        logLevel: verbose ? 'info' : 'warn',
        integrations: [watched.integration, integration],
      });
    } catch (error) {
      const { problems = [], warnings = [] } = watched.loaded() ?? {};
      throwIfAny([...problems, ...(strict ? warnings : [])]);
      throw error;
    }
    rmSync(UNFINISHED, { force: true });
    watched.assertFinished();
    const publication = readPublication();
    const loaded = watched.loaded();
    if (!loaded) throw new Error('The articles were not loaded.');
    const result = await resultOf(loaded, publication, counts());
    return { result, pages, validUntil: nextChange(loaded, publication) };
  });
  // If an input has changed during the build, the site may be outdated: make the next build run. If it
  // was code, pages may be outdated, too.
  if (softwareVersion() === software) {
    const isOutdated = readInputs(software) !== inputs;
    const record = { software, files: stampsIn(outDir), ...built };
    writeLastBuild(isOutdated ? record : { ...record, inputs });
  }
  return built.result;
}

async function resultOf(
  { articles, warnings, parsed, now }: LoadedArticles,
  publication: Publication,
  pages: Omit<BuildWork, 'parsed'>,
): Promise<BuiltSite> {
  const published = articles.filter(({ schedule }) => isPublished(schedule, now));
  const listed = published.filter(({ expired }) => !expired);
  const undated = listed.filter(({ article }) => article.published === undefined);
  return {
    articles: published.length,
    drafts: articles.filter(({ article }) => article.draft === true).length,
    skipped: [
      ...skippedOutputs(publication, undated.length),
      ...(await undrawnCards(publication, listed)),
      ...heldBack(articles, now, publication.timezone),
      ...expired(published),
    ],
    warnings,
    work: { parsed, ...pages },
  };
}

/** Returns when the site is outdated even if no input changes. */
function nextChange(
  { articles, now }: LoadedArticles,
  { url, timezone }: Publication,
): number | undefined {
  const dates = articles
    .filter(({ schedule }) => isListed(schedule, now))
    .flatMap(({ article }) => article.published ?? []);
  const changes = [
    ...(url === undefined ? [] : [nextNewsChange(dates, now, timezone)]),
    nextMoment(
      articles.map(({ schedule }) => schedule),
      now,
    ),
  ].filter((change) => change !== undefined);
  return changes.length === 0 ? undefined : Math.min(...changes);
}
