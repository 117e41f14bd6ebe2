import { posix, relative } from 'node:path';
import type { Plugin } from 'vite';
import { isPictureName } from '../article/picture-path.ts';
import { ARTICLES_FOLDER } from '../content/find-articles.ts';
import { assertPictureExists } from '../content/pictures/assert-picture-exists.ts';

/**
 * A Vite plugin for `dev`: an error in our words for a picture that was deleted. The article is still
 * shown, and Astro's error does not say what to do.
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

/** @throws ProblemsError if `file` is the path of a picture of an article, and does not exist */
function assertExists(file: string): void {
  if (file.startsWith(`${ARTICLES_FOLDER}/`) && isPictureName(file)) assertPictureExists(file);
}
