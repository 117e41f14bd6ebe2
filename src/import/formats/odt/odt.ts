import type { Format } from '../format.ts';
import { isZipWith } from '../is-zip-with.ts';
import { xmlRoot } from '../xml-root.ts';
import { readOpenDocument } from './read-document.ts';

/** Texts of LibreOffice and other programs that write OpenDocument. */
export const odt: Format = {
  name: 'odt',
  extensions: ['odt', 'ott', 'fodt'],
  matches: (start, input) =>
    isFlat(start) ||
    isZipWith(
      start,
      input,
      (paths) => paths.includes('content.xml') && paths.includes('META-INF/manifest.xml'),
      'application/vnd.oasis.opendocument',
    ),
  read: (input) => [readOpenDocument(input)],
};

/** Whether a document is one file of XML, and not an archive. */
function isFlat(start: string): boolean {
  return xmlRoot(start) === 'document' && start.includes('urn:oasis:names:tc:opendocument:xmlns:');
}
