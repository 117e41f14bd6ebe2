import { AstroError } from 'astro/errors';
import type { Loader, LoaderContext } from 'astro/loaders';
import { isPublished } from '../article/is-published.ts';
import { describeProblems, ProblemsError, type Problem } from '../article/problem.ts';
import { openCache } from '../cache/cache.ts';
import { parserVersion } from '../cache/software-version.ts';
import { runHook, type LoadedArticles } from '../integration/hooks.ts';
import { readPublication } from '../publication.ts';
import { hasPictures, toEntry } from './article-entry.ts';
import { findDeadLinks } from './checks/find-dead-links.ts';
import { findFutureUpdates } from './checks/find-future-updates.ts';
import { readArticleFiles, type ReadArticle, type ReadOptions } from './read-article-files.ts';
import { readArticles } from './read-articles.ts';
import { watchArticles } from './watch-articles.ts';

/**
 * Loads `content/articles/` into Astro's content store: the front matter of each article, and what
 * pages need from its body, except the HTML. The HTML stays in our cache (see `article-body.ts`),
 * because Astro would read and bundle the HTML of all articles to render one.
 *
 * Replaces Astro's glob loader, which can drop, merge or empty articles without a warning. Does not
 * use `renderMarkdown`, which reads a body that begins with `---` as front matter.
 *
 * In a build, problems are errors, and only published articles are loaded (see `isPublished`). In
 * `dev`, problems are logged, and drafts are loaded too. `--future` also loads articles that are
 * held back.
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
          // Keep the dev server running: the next edit may correct the error.
          context.logger.error(`\n${error instanceof Error ? error.message : String(error)}`);
        }
      });
    },
  };
}

async function load(context: LoaderContext): Promise<readonly ReadArticle[]> {
  const loaded = await readAll(context);
  logWarnings(context, loaded.warnings);
  reportProblems(context, loaded.problems);
  runHook(context.config, 'offprint:articles:loaded', loaded);
  await store(context, loaded);
  return loaded.articles;
}

async function readAll(context: LoaderContext): Promise<LoadedArticles> {
  try {
    return await withOptions(context, async (options) => {
      const articles = await readArticles(options);
      options.cache.clearUnused();
      return articles;
    });
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { ...NO_ARTICLES, problems: error.problems };
  }
}

/** Reads only the edited articles, so that an edit among thousands of articles shows at once. */
async function loadEdited(
  context: LoaderContext,
  before: readonly ReadArticle[],
  edited: readonly ReadArticle[],
): Promise<readonly ReadArticle[]> {
  const loaded = await withOptions(context, (options) => readArticleFiles(edited, options));
  const { problems, warnings, now } = loaded;
  const bySlug = new Map(loaded.articles.map((article) => [article.slug, article]));
  const articles = before.map((article) => bySlug.get(article.slug) ?? article);
  const slugs = new Set(articles.map(({ slug }) => slug));
  logWarnings(context, warnings);
  reportProblems(context, [
    ...problems,
    ...findDeadLinks(articles, slugs, now),
    ...findFutureUpdates(articles, now),
  ]);
  await store(context, { articles, now });
  return articles;
}

async function withOptions<Result>(
  { config }: LoaderContext,
  read: (options: ReadOptions) => Promise<Result>,
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

const NO_ARTICLES: LoadedArticles = { articles: [], problems: [], warnings: [], parsed: 0, now: 0 };

/** In a build, logs at the level `info`, because `npm run build` prints the warnings at the end. */
function logWarnings({ logger, watcher }: LoaderContext, warnings: readonly Problem[]): void {
  if (warnings.length === 0) return;
  const message = `\n${describeProblems(warnings)}`;
  if (watcher) logger.warn(message);
  else logger.info(message);
}

/** @throws AstroError in a build: Astro prints its message without a stack */
function reportProblems(
  { config, logger, watcher }: LoaderContext,
  problems: readonly Problem[],
): void {
  if (problems.length === 0) return;
  const message = `\n${describeProblems(problems)}`;
  if (watcher) {
    logger.error(message);
    return;
  }
  runHook(config, 'offprint:articles:loaded', { ...NO_ARTICLES, problems });
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
  // Not `import.meta.env.DEV`: a shell variable named DEV would publish drafts.
  if (!watcher) return false;
  return article.draft === true || process.argv.includes('--future');
}
