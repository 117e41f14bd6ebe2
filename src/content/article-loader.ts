import type { Loader, LoaderContext } from 'astro/loaders';
import { AstroError } from 'astro/errors';
import { isPublished } from '../article/is-published.ts';
import { describeProblems, ProblemsError, type Problem } from '../article/problem.ts';
import { openCache } from '../cache/cache.ts';
import { parserVersion } from '../cache/software-version.ts';
import { runHook, type LoadedArticles } from '../integration/hooks.ts';
import { readPublication } from '../publication.ts';
import { hasPictures, toEntry } from './article-entry.ts';
import { deadLinks } from './checks/find-dead-links.ts';
import { futureUpdates } from './checks/find-future-updates.ts';
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
 * In a build, any problem is an error, and only what is published is shown (see `isPublished`). In
 * `dev`, problems are logged, and drafts are shown too; with `--future`, also articles that are held
 * back until their date.
 */
export function articleLoader(): Loader {
  return {
    name: 'articles',
    load: async (context) => {
      let articles = await load(context);
      if (!context.watcher) return;
      watchArticles(context.watcher, async (edited) => {
        try {
          const known = edited && articles.filter(({ file }) => edited.includes(file));
          const onlyEdits = known !== undefined && known.length === edited?.length;
          articles = onlyEdits ? await loadEdited(context, articles, known) : await load(context);
        } catch (error) {
          // The writer corrects it and saves again: the server keeps running.
          context.logger.error(`\n${error instanceof Error ? error.message : String(error)}`);
        }
      });
    },
  };
}

async function load(context: LoaderContext): Promise<readonly ReadArticle[]> {
  const loaded = await read(context);
  warn(context, loaded.warnings);
  report(context, loaded.problems);
  runHook(context.config, 'offprint:articles:loaded', loaded);
  await store(context, loaded);
  return loaded.articles;
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
    return { ...NOTHING, problems: error.problems };
  }
}

/** Loads only articles that were edited, so that an edit among thousands shows at once. */
async function loadEdited(
  context: LoaderContext,
  before: readonly ReadArticle[],
  edited: readonly ReadArticle[],
): Promise<readonly ReadArticle[]> {
  const loaded = await withReading(context, (reading) => readArticleFiles(edited, reading));
  const { problems, warnings, now } = loaded;
  const bySlug = new Map(loaded.articles.map((article) => [article.slug, article]));
  const articles = before.map((article) => bySlug.get(article.slug) ?? article);
  const slugs = new Set(articles.map(({ slug }) => slug));
  warn(context, warnings);
  report(context, [
    ...problems,
    ...deadLinks(articles, slugs, now),
    ...futureUpdates(articles, now),
  ]);
  await store(context, { articles, now });
  return articles;
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
      now: Date.now(),
      onProgress: (done, total) => {
        runHook(config, 'offprint:progress', { step: 'reading', done, total });
      },
    });
  } finally {
    cache.close();
  }
}

/** What is loaded when nothing could be read. */
const NOTHING: LoadedArticles = { articles: [], problems: [], warnings: [], parsed: 0, now: 0 };

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
  runHook(config, 'offprint:articles:loaded', { ...NOTHING, problems });
  throw new AstroError(message);
}

async function store(
  context: LoaderContext,
  { articles, now }: Pick<LoadedArticles, 'articles' | 'now'>,
): Promise<void> {
  const { store, watcher } = context;
  const shown = articles.filter(({ article }) => isShown(context, article, now));
  const slugs = new Set(shown.map(({ slug }) => slug));
  for (const slug of store.keys()) if (!slugs.has(slug)) store.delete(slug);
  for (const article of shown) {
    const entry = toEntry(article, { developing: watcher !== undefined });
    if (store.get(entry.id)?.digest === entry.digest) continue;
    const data = hasPictures(article) ? await context.parseData(entry) : entry.data;
    store.set({ ...entry, data });
  }
}

function isShown(
  { watcher }: LoaderContext,
  article: ReadArticle['article'],
  now: number,
): boolean {
  if (isPublished(article, now)) return true;
  // Not by `import.meta.env.DEV`: a variable of that name in the shell would publish drafts.
  if (!watcher) return false;
  return article.draft === true || process.argv.includes('--future');
}
