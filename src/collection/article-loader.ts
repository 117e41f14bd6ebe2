import type { Loader, LoaderContext } from 'astro/loaders';
import { ProblemsError } from '../article/problem.ts';
import { readPublication } from '../publication.ts';
import { toEntry } from './article-entry.ts';
import { openCache } from './cache.ts';
import { ARTICLES_FOLDER } from './find-articles.ts';
import { handedOver } from './handed-over.ts';
import type { ReadArticles } from './read-article-files.ts';
import { readArticles } from './read-articles.ts';
import { parserVersion } from './software-version.ts';

/**
 * Brings the articles of `content/articles/` into Astro's store, each with its rendered body.
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
      await load(context);
      if (context.watcher) reloadOnChange(context.watcher, () => loadAgain(context));
    },
  };
}

async function load(context: LoaderContext): Promise<void> {
  const { articles, problems } = handedOver() ?? (await readNow());
  if (problems.length > 0) {
    const error = new ProblemsError(problems);
    if (!context.watcher) throw error;
    context.logger.error(`\n${error.message}`);
  }
  const { store } = context;
  // Not by import.meta.env.DEV: a variable of that name in the shell would publish drafts.
  const shown = articles.filter(({ article }) => article.draft !== true || context.watcher);
  const slugs = new Set(shown.map(({ slug }) => slug));
  for (const slug of store.keys()) if (!slugs.has(slug)) store.delete(slug);
  for (const article of shown) {
    const entry = toEntry(article);
    if (store.get(entry.id)?.digest === entry.digest) continue;
    store.set({ ...entry, data: await context.parseData(entry) });
  }
}

async function readNow(): Promise<ReadArticles> {
  const cache = openCache();
  try {
    const { language } = readPublication();
    return await readArticles({ publicationLanguage: language, cache, version: parserVersion() });
  } finally {
    cache.close();
  }
}

/** What is wrong while developing is told, and mended: it does not end the server. */
async function loadAgain(context: LoaderContext): Promise<void> {
  try {
    await load(context);
  } catch (error) {
    context.logger.error(`\n${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Editors write a file in several steps, and a folder of articles changes in one go. */
const SETTLED_AFTER_MS = 50;

function reloadOnChange(
  watcher: NonNullable<LoaderContext['watcher']>,
  reload: () => Promise<void>,
): void {
  let timer: NodeJS.Timeout | undefined;
  watcher.add(ARTICLES_FOLDER);
  watcher.on('all', (_event, path) => {
    if (!path.replaceAll('\\', '/').includes(`${ARTICLES_FOLDER}/`)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void reload(), SETTLED_AFTER_MS);
  });
}
