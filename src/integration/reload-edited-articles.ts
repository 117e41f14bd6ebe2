import type { Plugin } from 'vite';
import { ARTICLES_FOLDER } from '../content/find-articles.ts';

/**
 * Reloads open pages as soon as an article is edited while developing. Astro does so when it has
 * written its store, half a second later; the page reads the article's body itself (see `bodyHtml`).
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
