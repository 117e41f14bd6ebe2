import { existsSync } from 'node:fs';
import { AstroError } from 'astro/errors';
import type { Loader, LoaderContext } from 'astro/loaders';
import { isPublished } from '../article/is-published.ts';
import { describeProblems, ProblemsError, type Problem } from '../article/problem.ts';
import { openCache } from '../cache/cache.ts';
import { digestOfFiles } from '../cache/digest.ts';
import { parserVersion } from '../cache/software-version.ts';
import { runHook, type LoadedArticles } from '../integration/hooks.ts';
import {
  PUBLICATION_FILE,
  readPublication,
  readReadingKeys,
  type ReadingKeys,
} from '../publication.ts';
import { hasPictures, toEntry } from './article-entry.ts';
import { findDeadLinks } from './checks/find-dead-links.ts';
import { findDeadPages } from './checks/find-dead-pages.ts';
import { findFutureUpdates } from './checks/find-future-updates.ts';
import { NO_CONTENT, readContent, readFolders } from './documents/read-content.ts';
import { isShownInDev } from './is-shown-in-dev.ts';
import { readArticleFiles, type ReadArticle, type ReadOptions } from './read-article-files.ts';
import { markFiles } from './marks/mark-files.ts';
import { readArticles } from './read-articles.ts';
import { watchContent } from './watch-content.ts';

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
      let last = await load(context);
      if (!context.watcher) return;
      watchContent(context.watcher, async (edited) => {
        try {
          last = await reload(context, last, edited);
        } catch (error) {
          // Keep the dev server running: the next edit may correct the error.
          context.logger.error(`\n${error instanceof Error ? error.message : String(error)}`);
        }
      });
    },
  };
}

async function load(context: LoaderContext): Promise<LoadedArticles> {
  const loaded = await readAll(context);
  report(context, loaded);
  // Without a valid publication.yaml, `articles` is empty: leave the store as it is.
  if (loaded.problems.some(({ file }) => file === PUBLICATION_FILE)) return loaded;
  await store(context, loaded);
  return loaded;
}

async function readAll(context: LoaderContext): Promise<LoadedArticles> {
  try {
    return await withOptions(context, readPublication(), async (options) => {
      const articles = await readArticles(options);
      const { content, ...others } = await readContent(articles, options);
      const problems = [...articles.problems, ...others.problems];
      options.cache.clearUnused();
      const files = markFiles(readPublication());
      return {
        ...articles,
        content,
        problems: [...problems, ...deadPages(context, { ...articles, content, problems })],
        warnings: [...articles.warnings.filter(({ file }) => !files.has(file)), ...others.warnings],
      };
    });
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { ...NO_ARTICLES, problems: [...error.problems, ...(await problemsOfTexts(context))] };
  }
}

/** Checks the texts while `publication.yaml` has problems, so that people can correct all together. */
async function problemsOfTexts(context: LoaderContext): Promise<readonly Problem[]> {
  const keys = readReadingKeys();
  if (!keys) return [];
  return withOptions(context, keys, async (options) => {
    const { problems } = await readArticles(options);
    const folders = await readFolders(options);
    return [...problems, ...Object.values(folders).flatMap((folder) => folder.problems)];
  });
}

/**
 * Reads only the edited articles if possible. While there are problems, reads all articles: one with
 * problems is not among `articles`, and others may link to it.
 * @param edited `undefined` if other files have changed
 */
async function reload(
  context: LoaderContext,
  last: LoadedArticles,
  edited: readonly string[] | undefined,
): Promise<LoadedArticles> {
  if (edited === undefined || last.problems.length > 0) return load(context);
  const known = last.articles.filter(({ file }) => edited.includes(file));
  return known.length === edited.length ? loadEdited(context, last.articles, known) : load(context);
}

/** Reads only the edited articles, so that an edit among thousands of articles shows at once. */
async function loadEdited(
  context: LoaderContext,
  before: readonly ReadArticle[],
  edited: readonly ReadArticle[],
): Promise<LoadedArticles> {
  const keys = readPublication();
  const read = await withOptions(context, keys, (options) => readArticleFiles(edited, options));
  const { now } = read;
  const { timezone } = keys;
  const bySlug = new Map(read.articles.map((article) => [article.slug, article]));
  const articles = before.map((article) => bySlug.get(article.slug) ?? article);
  const slugs = new Set(articles.map(({ slug }) => slug));
  const ownProblems = [
    ...read.problems,
    ...findDeadLinks(articles, slugs, now, timezone),
    ...findFutureUpdates(articles, now, timezone),
  ];
  const { content, ...others } = await withOptions(context, keys, (options) =>
    readContent({ articles, problems: ownProblems }, options),
  );
  const problems = [...ownProblems, ...others.problems];
  const dead = deadPages(context, { articles, content, problems, now });
  const loaded = { ...read, articles, content, problems: [...problems, ...dead] };
  report(context, loaded);
  await store(context, loaded);
  return loaded;
}

/**
 * Returns the dead links to pages in `dev`. Not while there are other problems: a text with a problem is
 * missing, and with it the pages that it would be on.
 */
function deadPages(
  { watcher }: LoaderContext,
  { articles, content, problems, now }: Omit<LoadedArticles, 'warnings' | 'parsed'>,
): Problem[] {
  if (!watcher || problems.length > 0) return [];
  const shown = articles.filter((article) => isShownInDev(article, now));
  return findDeadPages(shown, content, readPublication());
}

async function withOptions<Result>(
  { config }: LoaderContext,
  { language, timezone }: ReadingKeys,
  read: (options: ReadOptions) => Promise<Result>,
): Promise<Result> {
  const cache = openCache();
  try {
    return await read({
      publicationLanguage: language,
      timezone,
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

const NO_ARTICLES: LoadedArticles = {
  articles: [],
  content: NO_CONTENT,
  problems: [],
  warnings: [],
  parsed: 0,
  now: 0,
};

/** @throws AstroError with the problems in a build: Astro prints its message without a stack */
function report({ config, logger, watcher }: LoaderContext, loaded: LoadedArticles): void {
  const { problems, warnings } = loaded;
  // `npm run build` prints the warnings at the end.
  if (warnings.length > 0) logger[watcher ? 'warn' : 'info'](`\n${describeProblems(warnings)}`);
  const message = `\n${describeProblems(problems)}`;
  if (problems.length > 0 && watcher) logger.error(message);
  runHook(config, 'offprint:articles:loaded', loaded);
  if (problems.length > 0 && !watcher) throw new AstroError(message);
}

async function store(
  context: LoaderContext,
  { articles, now }: Pick<LoadedArticles, 'articles' | 'now'>,
): Promise<void> {
  const { store, watcher, meta } = context;
  // In `dev`, Astro renders pages again only if its store has changed, and they show the publication.
  if (watcher) meta.set('publication', digestOfFiles([PUBLICATION_FILE]));
  // Not `import.meta.env.DEV`: a shell variable named DEV would publish drafts.
  const shown = articles.filter((article) =>
    watcher ? isShownInDev(article, now) : isPublished(article.schedule, now),
  );
  const valid = new Set(articles.map(({ slug }) => slug));
  const slugs = new Set(shown.map(({ slug }) => slug));
  for (const { id, filePath } of store.values()) {
    if (slugs.has(id)) continue;
    // In `dev`, an article with problems stays as it was until they are solved.
    const isFaulty = !valid.has(id) && filePath !== undefined && existsSync(filePath);
    if (!watcher || !isFaulty) store.delete(id);
  }
  for (const article of shown) {
    const entry = toEntry(article, { developing: watcher !== undefined });
    if (store.get(entry.id)?.digest === entry.digest) continue;
    const data = hasPictures(article) ? await context.parseData(entry) : entry.data;
    store.set({ ...entry, data });
  }
}
