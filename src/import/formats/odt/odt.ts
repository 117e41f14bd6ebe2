import type { Format } from '../format.ts';
import { isZipWith } from '../is-zip-with.ts';
import { readOpenDocument } from './read-document.ts';

/** Texts of LibreOffice and other programs that write OpenDocument. */
export const odt: Format = {
  name: 'odt',
  extensions: ['odt', 'ott'],
  matches: (start, input) =>
    isZipWith(
      start,
      input,
      (paths) => paths.includes('content.xml') && paths.includes('META-INF/manifest.xml'),
      'application/vnd.oasis.opendocument',
    ),
  read: (input) => [readOpenDocument(input)],
};
