import { statSync } from 'node:fs';
import type { Plugin, ViteDevServer } from 'vite';
import { PAGE_CONNECTED, REQUEST_TIME } from '../client/dev/request-time.ts';
import { ARTICLES_FOLDER } from '../content/find-articles.ts';

export interface PageReloader {
  /** A Vite plugin for `dev`. */
  readonly plugin: Plugin;
  /** Reloads all open pages. */
  readonly reload: () => void;
}

const RELOAD = { type: 'full-reload', path: '*' } as const;

/** Where Astro keeps the content store in `dev`. */
const CONTENT_STORE = '/.astro/data-store.json';

/**
 * Reloads the pages that are open in `dev` as soon as an article is edited. Astro reloads them half a
 * second later, when it has written its content store. Pages don't need the store for the body (see
 * `articleBody`).
 *
 * A page that is just loading is not yet connected to Vite and misses such messages, also Astro's.
 * When it is connected, it tells when it was requested (see `client/dev/tell-request-time.ts`), and is
 * reloaded if the content has changed since. Otherwise it would show the old content until the next
 * edit.
 */
export function pageReloader(): PageReloader {
  let hot: ViteDevServer['environments']['client']['hot'] | undefined;
  let changed = 0;
  const reload = (): void => {
    changed = Date.now();
    hot?.send(RELOAD);
  };
  return {
    plugin: {
      name: 'page-reloader',
      apply: 'serve',
      configureServer({ watcher, middlewares, environments }) {
        hot = environments.client.hot;
        hot.on(PAGE_CONNECTED, (requested: unknown, client) => {
          if (Number(requested) <= changed) client.send(RELOAD);
        });
        middlewares.use((_request, response, next) => {
          response.setHeader('Server-Timing', `${REQUEST_TIME};desc="${Date.now()}"`);
          next();
        });
        watcher.on('all', (event, path) => {
          const file = path.replaceAll('\\', '/');
          if (event === 'change' && file.includes(`/${ARTICLES_FOLDER}/`) && file.endsWith('.md')) {
            reload();
          } else if (file.endsWith(CONTENT_STORE)) {
            // Astro has already reloaded the pages that are connected.
            changed = Math.max(changed, statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0);
          }
        });
      },
    },
    reload,
  };
}
