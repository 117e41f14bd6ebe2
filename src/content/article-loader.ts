import { createRequire } from 'node:module';
import type { Loader, LoaderContext } from 'astro/loaders';
import { ProblemsError, type Problem } from '../article/problem.ts';
import { hasPictures, toEntry } from './article-entry.ts';
import { deadLinks } from './dead-links.ts';
import { handedOver, handOver } from './handed-over.ts';
import type { ReadArticle } from './read-article-files.ts';
import type * as ReadWithCache from './read-with-cache.ts';
import { watchArticles } from './watch-articles.ts';

/**
 * Brings the articles of `content/articles/` into Astro's store, with their pictures; what they say is
 * handed over to the pages, and their bodies wait in the cache.
 *
 * It stands in place of Astro's own glob loader, which drops, merges or empties articles without a
 * word and goes on when one cannot be rendered. The body does not pass through `renderMarkdown`
 * either: that takes a body beginning with `---` for a second front matter, and swallows it.
 *
 * While building, any problem ends the build, and drafts are left out. While developing, problems
 * are told, and the articles that are in order are shown, drafts among them.
 */
export function articleLoader(): Loader {
  return {
    name: 'articles',
    load: async (context) => {
      let shown = await load(context);
      if (!context.watcher) return;
      watchArticles(context.watcher, async (edited) => {
        // What is wrong while developing is told, and mended: it does not end the server.
        try {
          const known = edited && shown.filter(({ file }) => edited.includes(file));
          const few = known !== undefined && known.length === edited?.length;
          shown = few ? await loadSome(context, shown, known) : await load(context);
        } catch (error) {
          context.logger.error(`\n${error instanceof Error ? error.message : String(error)}`);
        }
      });
    },
  };
}

async function load(context: LoaderContext): Promise<readonly ReadArticle[]> {
  const known = context.watcher ? undefined : handedOver();
  const { articles, problems } = known ?? (await reader().readAll());
  tell(context, problems);
  // Not by import.meta.env.DEV: a variable of that name in the shell would publish drafts.
  const shown = articles.filter(({ article }) => article.draft !== true || context.watcher);
  await show(context, shown);
  return shown;
}

/** Loads edited articles only: among thousands, an edit is to be seen at once. */
async function loadSome(
  context: LoaderContext,
  shown: readonly ReadArticle[],
  edited: readonly ReadArticle[],
): Promise<readonly ReadArticle[]> {
  const { articles, problems } = await reader().readSome(edited);
  const anew = new Map(articles.map((article) => [article.slug, article]));
  const after = shown.map((article) => anew.get(article.slug) ?? article);
  const slugs = new Set(after.map(({ slug }) => slug));
  tell(context, [...problems, ...deadLinks(after, slugs)]);
  await show(context, after);
  return after;
}

function tell({ logger, watcher }: LoaderContext, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const error = new ProblemsError(problems);
  if (!watcher) throw error;
  logger.error(`\n${error.message}`);
}

async function show(context: LoaderContext, shown: readonly ReadArticle[]): Promise<void> {
  const { store } = context;
  handOver({ articles: shown, problems: [], parsed: 0 });
  const slugs = new Set(shown.map(({ slug }) => slug));
  for (const slug of store.keys()) if (!slugs.has(slug)) store.delete(slug);
  for (const article of shown) {
    const entry = toEntry(article);
    if (store.get(entry.id)?.digest === entry.digest) continue;
    const data = hasPictures(article) ? await context.parseData(entry) : entry.data;
    store.set({ ...entry, data });
  }
}

/**
 * Not before it is needed: a build has read the articles already. And by Node itself: Vite, which
 * brings this module, takes half a second longer to bring the parser.
 */
function reader() {
  // What `require` gives back has no type.
  return createRequire(import.meta.url)('./read-with-cache.ts') as typeof ReadWithCache;
}
