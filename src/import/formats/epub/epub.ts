import type { Format } from '../format.ts';
import { isZipWith } from '../is-zip-with.ts';
import { readEpub } from './read-epub.ts';

const CONTAINER = 'META-INF/container.xml';

/** Books and collections. Each document of the reading order is an article. */
export const epub: Format = {
  name: 'epub',
  extensions: ['epub'],
  matches: (start, input) =>
    isZipWith(start, input, (paths) => paths.includes(CONTAINER), 'application/epub+zip'),
  read: readEpub,
};
