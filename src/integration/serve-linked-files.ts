import type { Plugin } from 'vite';
import { isShownInDev } from '../content/is-shown-in-dev.ts';
import { fileOf, linkedFilePath } from '../content/linked-files.ts';
import type { LoadedArticles } from './hooks.ts';

export interface LinkedFilesServer {
  /** A Vite plugin for `dev`. */
  readonly plugin: Plugin;
  /** Serves the files that shown articles link to, and no others. */
  readonly serve: (loaded: Pick<LoadedArticles, 'articles' | 'now'>) => void;
}

/** Serves the files that articles link to in `dev`. A build copies them (see `copyLinkedFiles`). */
export function linkedFilesServer(): LinkedFilesServer {
  /** The addresses of the files, by those in the site. */
  let addresses = new Map<string, string>();
  return {
    plugin: {
      name: 'serve-linked-files',
      apply: 'serve',
      configureServer({ middlewares }) {
        middlewares.use((request, _response, next) => {
          // Vite serves the files of the project, with their types.
          request.url = addresses.get(pathOf(request.url)) ?? request.url;
          next();
        });
      },
    },
    serve: ({ articles, now }) => {
      const shown = articles.filter((article) => isShownInDev(article, now));
      addresses = new Map(
        shown.flatMap(({ file: article, files }) =>
          files.map(({ path }) => [
            `/${linkedFilePath(article, path)}`,
            `/${encodeURI(fileOf(article, path))}`,
          ]),
        ),
      );
    },
  };
}

/** Returns the decoded path of a URL, which links may encode in different ways. */
function pathOf(url = ''): string {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return url;
  }
}
