import { existsSync } from 'node:fs';
import { PUBLICATION_FILE } from '../publication.ts';

/** Editors write a file in several steps, and many files can change at once. */
const DEBOUNCE_MS = 50;

/** The watcher does not notice a file that is written again while it handles the removal. */
const RECHECK_MS = 1000;

/** The part of Vite's watcher that is needed. */
interface Watcher {
  readonly on: (event: 'all', listener: (event: string, path: string) => void) => unknown;
}

/**
 * Watches the texts in `content/`, and `content/publication.yaml` in `dev`.
 * @param watcher Astro's, which already watches the whole project
 * @param onChange receives the edited articles, relative to the project; or `undefined` if anything
 *   else has changed. Runs again only after its promise is fulfilled. Must not reject
 */
export function watchContent(
  watcher: Watcher,
  onChange: (edited: readonly string[] | undefined) => Promise<void>,
): void {
  let timer: NodeJS.Timeout | undefined;
  let edited = new Set<string>();
  let otherChanges = false;
  let running = Promise.resolve();
  const pass = async (): Promise<void> => {
    const changes = otherChanges ? undefined : [...edited];
    // The call before has passed them.
    if (changes?.length === 0) return;
    edited = new Set();
    otherChanges = false;
    await onChange(changes);
  };
  const addChange = (event: string, file: string): void => {
    if (event === 'change' && file.endsWith('.md')) edited.add(file);
    else otherChanges = true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(pass);
    }, DEBOUNCE_MS);
  };
  watcher.on('all', (event, path) => {
    const file = relativeToProject(path);
    if (file === undefined) return;
    addChange(event, file);
    if (event !== 'unlink') return;
    setTimeout(() => {
      if (existsSync(path)) addChange('add', file);
    }, RECHECK_MS);
  });
}

/** Returns `undefined` for a file that is not content. */
function relativeToProject(path: string): string | undefined {
  const file = path.replaceAll('\\', '/');
  if (file.endsWith(`/${PUBLICATION_FILE}`)) return PUBLICATION_FILE;
  const start = /.*(?=content\/(?:articles|pages|authors|topics)\/)/.exec(file)?.[0].length;
  return start === undefined ? undefined : file.slice(start);
}
