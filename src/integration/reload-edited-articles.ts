import type { Plugin } from 'vite';
import { ARTICLES_FOLDER } from '../content/find-articles.ts';

/**
 * A Vite plugin that reloads open pages in `dev` as soon as an article is edited. Astro reloads them
 * half a second later, when it has written its store. Pages don't need the store for the body (see
 * `articleBody`).
 */
export function reloadEditedArticles(): Plugin {
  return {
    name: 'reload-edited-articles',
    apply: 'serve',
    configureServer({ watcher, environments }) {
      watcher.on('change', (path) => {
        const isArticle = path.replaceAll('\\', '/').includes(`/${ARTICLES_FOLDER}/`);
        if (isArticle && path.endsWith('.md')) {
          environments.client.hot.send({ type: 'full-reload', path: '*' });
        }
      });
    },
  };
}
