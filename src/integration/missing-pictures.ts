import { existsSync } from 'node:fs';
import { posix, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { isPictureName } from '../article/picture-path.ts';
import { ARTICLES_FOLDER } from '../content/find-articles.ts';
import { MISSING_PICTURE } from '../content/pictures/missing-picture.ts';

/**
 * A Vite plugin for `dev`: pages show an empty picture instead of one that was deleted. Astro imports
 * all pictures together, so that no page could be rendered. The loader reports what is missing.
 */
export function missingPictures(): Plugin {
  return {
    name: 'missing-pictures',
    apply: 'serve',
    resolveId: {
      order: 'pre',
      // Astro imports pictures as `./photo.jpg?astroContentImageFlag=&importer=<article>`. The same
      // module has the picture when it is put back.
      handler(id) {
        const [path = '', query] = id.split('?');
        const article = new URLSearchParams(query).get('importer');
        const file = article !== null && posix.join(posix.dirname(article), path);
        return file && isMissing(file) ? `${resolve(file)}?astroContentImageFlag` : undefined;
      },
    },
    load: {
      order: 'pre',
      handler(id) {
        const file = relative(process.cwd(), id.replace(/\?.*/, '')).replaceAll('\\', '/');
        return isMissing(file) ? `export default ${JSON.stringify(NO_PICTURE)};` : undefined;
      },
    },
  };
}

/** As Astro describes a picture to pages. */
const { format, width, height } = MISSING_PICTURE;
const NO_PICTURE = { src: '/missing.png', format, width, height };

function isMissing(file: string): boolean {
  return file.startsWith(`${ARTICLES_FOLDER}/`) && isPictureName(file) && !existsSync(file);
}
