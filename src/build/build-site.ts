import { rmSync } from 'node:fs';
import { isPublished, nextDue } from '../article/is-published.ts';
import { ProblemsError, type Problem } from '../article/problem.ts';
import { digestOf, digestOfFiles } from '../cache/digest.ts';
import { stampsIn } from '../cache/file-stamp.ts';
import { softwareVersion } from '../cache/software-version.ts';
import type { BuildStep, LoadedArticles } from '../integration/hooks.ts';
import { skippedOutputs } from '../integration/skipped-outputs.ts';
import { nextChangeOfNews } from '../outputs/sitemap/sitemap.ts';
import { PUBLICATION_FILE, readPublication, type Publication } from '../publication.ts';
import { withBuildLock } from './build-lock.ts';
import { heldBack } from './held-back.ts';
import {
  forgetLastBuild,
  isUnchanged,
  readLastBuild,
  writeLastBuild,
  type LastBuild,
} from './last-build.ts';
import { problemsOfPublicFiles } from './public-files.ts';
import { recoverFolder, replaceFolder } from './replace-folder.ts';
import { watchBuild } from './watch-build.ts';

/** What a build made. */
export interface BuiltSite {
  /** Articles that have a page. */
  readonly articles: number;
  /** Articles left out because they say `draft: true`. */
  readonly drafts: number;
  /** Sentences about what was left out, and why. */
  readonly skipped: readonly string[];
  /** What the publisher should know. */
  readonly warnings: readonly Problem[];
  readonly work: BuildWork;
}

/** How much of the work of a build was new. */
export interface BuildWork {
  /** Articles that had to be parsed. */
  readonly parsed: number;
  /** Pages that had to be rendered. */
  readonly rendered: number;
  /** Pages that were taken from the last build. */
  readonly reused: number;
}

/** `cacheDir` of `astro.config.mjs`. */
const ASTRO_CACHE = '.astro/cache/astro';

interface BuildOptions {
  /** From the project's folder. */
  readonly outDir: string;
  /** Shows Astro's own log. */
  readonly verbose: boolean;
  /** Whether a warning ends the build as a problem does. */
  readonly strict: boolean;
  /** Whether to take pages from the last build that have not changed. */
  readonly reuse: boolean;
  readonly onWait: () => void;
  readonly onProgress: (step: BuildStep, done: number, total: number) => void;
}

/**
 * What `npm run build` adds to `astro build`: one build at a time; nothing to do where nothing has
 * changed; pages taken from the last build; and a site that replaces the last one only when it is
 * complete.
 * @throws ProblemsError with everything that is wrong with the content
 */
export async function buildSite(options: BuildOptions): Promise<BuiltSite> {
  const { outDir, reuse, strict } = options;
  return withBuildLock(options.onWait, async () => {
    await recoverFolder(outDir);
    const inputs = readInputs();
    const last = readLastBuild<BuiltSite>();
    if (last && reuse && isCurrent(last, inputs) && isUnchanged(outDir, last)) {
      if (strict) throwIfAny(last.result.warnings);
      const { rendered, reused } = last.result.work;
      return { ...last.result, work: { parsed: 0, rendered: 0, reused: rendered + reused } };
    }
    return buildAnew({ ...options, last, inputs });
  });
}

/** A digest of everything that a build reads. */
function readInputs(): string {
  return digestOf(
    softwareVersion(),
    digestOfFiles([PUBLICATION_FILE]),
    JSON.stringify([stampsIn('content'), stampsIn('public')]),
  );
}

function isCurrent({ inputs, until = Infinity }: LastBuild, current: string): boolean {
  return inputs === current && Date.now() < until;
}

function throwIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemsError(problems);
}

async function buildAnew({
  outDir,
  verbose,
  strict,
  reuse,
  onProgress,
  last,
  inputs,
}: BuildOptions & {
  readonly last: LastBuild | undefined;
  readonly inputs: string;
}): Promise<BuiltSite> {
  throwIfAny(problemsOfPublicFiles());
  const watched = watchBuild(onProgress, ({ warnings }) => {
    if (strict) throwIfAny(warnings);
  });
  // Astro writes its cache in place, so what an unfinished build left there cannot be trusted.
  if (!last) rmSync(ASTRO_CACHE, { recursive: true, force: true });
  forgetLastBuild();
  await replaceFolder(outDir, async (folder) => {
    // Astro takes a second to load, which a build with nothing to do does not need.
    const { build } = await import('astro');
    try {
      await build({
        outDir: `./${folder}`,
        logLevel: verbose ? 'info' : 'warn',
        integrations: [watched.integration],
        experimental: { incrementalBuild: reuse },
      });
    } catch (error) {
      const { problems = [], warnings = [] } = watched.loaded() ?? {};
      throwIfAny([...problems, ...(strict ? warnings : [])]);
      throw error;
    }
  });
  const publication = readPublication();
  const loaded = watched.loaded();
  if (!loaded) throw new Error('The articles were not loaded.');
  const result = resultOf(loaded, publication, watched.pages());
  // What changed during the build may be in the site or not, so the next build has to look again.
  if (readInputs() === inputs) {
    const files = stampsIn(outDir);
    const until = nextChange(loaded, publication);
    writeLastBuild({ inputs, until, files, result });
  }
  return result;
}

function resultOf(
  { articles, warnings, parsed, now }: LoadedArticles,
  publication: Publication,
  pages: Omit<BuildWork, 'parsed'>,
): BuiltSite {
  const published = articles.filter(({ article }) => isPublished(article, now));
  const undated = published.filter(({ article }) => article.published === undefined);
  return {
    articles: published.length,
    drafts: articles.filter(({ article }) => article.draft === true).length,
    skipped: [...skippedOutputs(publication, undated.length), ...heldBack(articles, now)],
    warnings,
    work: { parsed, ...pages },
  };
}

/** When the site will be out of date although no file has changed. */
function nextChange({ articles, now }: LoadedArticles, { url }: Publication): number | undefined {
  const frontMatter = articles.map(({ article }) => article);
  const dates = frontMatter
    .filter((article) => isPublished(article, now))
    .flatMap(({ published }) => published ?? []);
  const moments = [
    ...(url === undefined ? [] : [nextChangeOfNews(dates, now)]),
    nextDue(frontMatter, now),
  ].filter((moment) => moment !== undefined);
  return moments.length === 0 ? undefined : Math.min(...moments);
}
