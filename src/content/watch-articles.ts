import type { LoaderContext } from 'astro/loaders';
import { ARTICLES_FOLDER } from './find-articles.ts';

/** Editors write a file in several steps, and a folder of articles changes in one go. */
const SETTLED_AFTER_MS = 50;

/**
 * Watches `content/articles/` while developing.
 * @param watcher of the whole project: to add the folder would have it look at each file once more
 * @param onChange is told which files were written to, from the project's folder; or nothing, when
 *   any came or went
 */
export function watchArticles(
  watcher: NonNullable<LoaderContext['watcher']>,
  onChange: (edited: readonly string[] | undefined) => Promise<void>,
): void {
  let timer: NodeJS.Timeout | undefined;
  let edited = new Set<string>();
  let others = false;
  watcher.on('all', (event, path) => {
    const file = path.replaceAll('\\', '/');
    const start = file.lastIndexOf(`${ARTICLES_FOLDER}/`);
    if (start === -1) return;
    if (event === 'change' && file.endsWith('.md')) edited.add(file.slice(start));
    else others = true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      void onChange(others ? undefined : [...edited]);
      edited = new Set();
      others = false;
    }, SETTLED_AFTER_MS);
  });
}
