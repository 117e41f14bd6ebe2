import type { Loader, LoaderContext } from 'astro/loaders';
import { AstroError } from 'astro/errors';
import { describeProblems, ProblemsError, type Problem } from '../article/problem.ts';
import { openCache } from '../cache/cache.ts';
import { parserVersion } from '../cache/software-version.ts';
import { runHook, type LoadedArticles } from '../integration/hooks.ts';
import { readPublication } from '../publication.ts';
import { hasPictures, toEntry } from './article-entry.ts';
import { deadLinks } from './dead-links.ts';
import { readArticleFiles, type ReadArticle, type Reading } from './read-article-files.ts';
import { readArticles } from './read-articles.ts';
import { watchArticles } from './watch-articles.ts';

/**
 * Loads `content/articles/` into Astro's content store: front matter, and what pages need to know of
 * each body. The HTML of bodies stays in the cache (see `article-body.ts`): Astro would write, read
 * and bundle that of all articles to render one.
 *
 * It replaces Astro's glob loader, which drops, merges or empties articles without a warning, and
 * continues when one cannot be rendered. Bodies do not go through `renderMarkdown`, which takes a body
 * that begins with `---` for more front matter.
 *
 * In a build, any problem is an error, and drafts are left out. In `dev`, problems are logged, and
 * all other articles are shown, drafts among them.
 */
export function articleLoader(): Loader {
  return {
    name: 'articles',
    load: async (context) => {
      let shown = await load(context);
      if (!context.watcher) return;
      watchArticles(context.watcher, async (edited) => {
        try {
          const known = edited && shown.filter(({ file }) => edited.includes(file));
          const onlyEdits = known !== undefined && known.length === edited?.length;
          shown = onlyEdits ? await loadEdited(context, shown, known) : await load(context);
        } catch (error) {
          // The writer corrects it and saves again: the server keeps running.
          context.logger.error(`\n${error instanceof Error ? error.message : String(error)}`);
        }
      });
    },
  };
}

async function load(context: LoaderContext): Promise<readonly ReadArticle[]> {
  const { config, watcher } = context;
  const loaded = await read(context);
  warn(context, loaded.warnings);
  report(context, loaded.problems);
  runHook(config, 'offprint:articles:loaded', loaded);
  // Not by `import.meta.env.DEV`: a variable of that name in the shell would publish drafts.
  const shown = loaded.articles.filter(({ article }) => article.draft !== true || watcher);
  await store(context, shown);
  return shown;
}

async function read(context: LoaderContext): Promise<LoadedArticles> {
  try {
    return await withReading(context, async (reading) => {
      const articles = await readArticles(reading);
      reading.cache.clearUnused();
      return articles;
    });
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { articles: [], problems: error.problems, warnings: [], parsed: 0 };
  }
}

/** Loads only articles that were edited, so that an edit among thousands shows at once. */
async function loadEdited(
  context: LoaderContext,
  shown: readonly ReadArticle[],
  edited: readonly ReadArticle[],
): Promise<readonly ReadArticle[]> {
  const { articles, problems, warnings } = await withReading(context, (reading) =>
    readArticleFiles(edited, reading),
  );
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const after = shown.map((article) => bySlug.get(article.slug) ?? article);
  const slugs = new Set(after.map(({ slug }) => slug));
  warn(context, warnings);
  report(context, [...problems, ...deadLinks(after, slugs)]);
  await store(context, after);
  return after;
}

async function withReading<Result>(
  { config }: LoaderContext,
  read: (reading: Reading) => Promise<Result>,
): Promise<Result> {
  const cache = openCache();
  try {
    return await read({
      publicationLanguage: readPublication().language,
      cache,
      version: parserVersion(),
      onProgress: (done, total) => {
        runHook(config, 'offprint:progress', { step: 'reading', done, total });
      },
    });
  } finally {
    cache.close();
  }
}

/** `npm run build` prints the warnings of a build itself, after everything else. */
function warn({ logger, watcher }: LoaderContext, warnings: readonly Problem[]): void {
  if (warnings.length === 0) return;
  const message = `\n${describeProblems(warnings)}`;
  if (watcher) logger.warn(message);
  else logger.info(message);
}

/** @throws AstroError in a build, which Astro prints as it is */
function report({ config, logger, watcher }: LoaderContext, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const message = `\n${describeProblems(problems)}`;
  if (watcher) {
    logger.error(message);
    return;
  }
  runHook(config, 'offprint:articles:loaded', { articles: [], problems, warnings: [], parsed: 0 });
  throw new AstroError(message);
}

async function store(context: LoaderContext, shown: readonly ReadArticle[]): Promise<void> {
  const { store, watcher } = context;
  const slugs = new Set(shown.map(({ slug }) => slug));
  for (const slug of store.keys()) if (!slugs.has(slug)) store.delete(slug);
  for (const article of shown) {
    const entry = toEntry(article, { developing: watcher !== undefined });
    if (store.get(entry.id)?.digest === entry.digest) continue;
    const data = hasPictures(article) ? await context.parseData(entry) : entry.data;
    store.set({ ...entry, data });
  }
}
