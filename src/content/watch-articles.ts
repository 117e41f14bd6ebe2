import type { LoaderContext } from 'astro/loaders';
import { ARTICLES_FOLDER } from './find-articles.ts';

/** Editors write a file in several steps, and many files can change at once. */
const DEBOUNCE_MS = 50;

/**
 * Watches `content/articles/` in `dev`.
 * @param watcher Astro's, which already watches the whole project
 * @param onChange receives the edited articles, relative to the project; or `undefined` if a file
 *   was added or deleted, or a picture changed
 */
export function watchArticles(
  watcher: NonNullable<LoaderContext['watcher']>,
  onChange: (edited: readonly string[] | undefined) => Promise<void>,
): void {
  let timer: NodeJS.Timeout | undefined;
  let edited = new Set<string>();
  let otherChanges = false;
  watcher.on('all', (event, path) => {
    const file = path.replaceAll('\\', '/');
    const start = file.lastIndexOf(`${ARTICLES_FOLDER}/`);
    if (start === -1) return;
    if (event === 'change' && file.endsWith('.md')) edited.add(file.slice(start));
    else otherChanges = true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      void onChange(otherChanges ? undefined : [...edited]);
      edited = new Set();
      otherChanges = false;
    }, DEBOUNCE_MS);
  });
}
