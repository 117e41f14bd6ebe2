import { existsSync } from 'node:fs';
import { posix, relative } from 'node:path';
import type { Plugin } from 'vite';
import { isPictureName } from '../article/picture-path.ts';
import { ProblemsError } from '../article/problem.ts';
import { ARTICLES_FOLDER } from '../content/find-articles.ts';

/**
 * A Vite plugin for `dev`: an error in our words for a picture that was deleted a moment ago. Open pages
 * reload before the loader has removed the article, and Astro's error does not say what to do.
 */
export function missingPictures(): Plugin {
  return {
    name: 'missing-pictures',
    apply: 'serve',
    resolveId: {
      order: 'pre',
      // Astro imports pictures as `./photo.jpg?astroContentImageFlag=&importer=<article>`.
      handler(id) {
        const [path = '', query] = id.split('?');
        const article = new URLSearchParams(query).get('importer');
        if (article !== null) assertExists(posix.join(posix.dirname(article), path));
      },
    },
    load: {
      order: 'pre',
      handler(id) {
        const path = id.replace(/\?.*/, '');
        assertExists(relative(process.cwd(), path).replaceAll('\\', '/'));
      },
    },
  };
}

/**
 * @param file relative to the project
 * @throws ProblemsError if it is the path of a picture of an article, and does not exist
 */
function assertExists(file: string): void {
  if (!file.startsWith(`${ARTICLES_FOLDER}/`) || !isPictureName(file) || existsSync(file)) return;
  const wrong = 'The picture does not exist.';
  const right = 'Put it back, or remove it from the articles that show it.';
  throw new ProblemsError([{ file, wrong, right }]);
}
