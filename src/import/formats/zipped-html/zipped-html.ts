import { posix } from 'node:path';
import { openZip, type ZipArchive } from '../../containers/read-zip.ts';
import { FormatError } from '../../document/format-error.ts';
import type { DocumentPart, SourceDocument } from '../../document/source-document.ts';
import { decodeHtml } from '../decode-html.ts';
import type { Format, FormatInput } from '../format.ts';
import { readGoogleDocs, readHtml } from '../html/html.ts';
import { isZipWith } from '../is-zip-with.ts';
import { readPart } from '../read-part.ts';

/** What Google Docs saves as "Web page (.html, zipped)": a page, and a folder with its pictures. */
export const zippedHtml: Format = {
  name: 'zip',
  extensions: ['zip'],
  matches: (start, input) => isZipWith(start, input, (paths) => pagesOf(paths).length > 0, '.html'),
  read: readArchive,
};

/** In the archive's own folder, or in the only folder that it has. */
function pagesOf(paths: readonly string[]): string[] {
  const pages = paths.filter((path) => /^(?!__MACOSX)(?:[^/]+\/)?[^/]+\.html?$/i.test(path));
  const atTop = pages.filter((path) => !path.includes('/'));
  return atTop.length > 0 ? atTop : pages;
}

/** @throws FormatError if the archive is broken or hostile, or has no page in it */
function* readArchive(input: FormatInput): Generator<DocumentPart> {
  const zip = openZip(input);
  const pages = pagesOf(zip.paths);
  if (pages.length === 0) {
    throw new FormatError(
      'The ZIP archive has no web page in it.',
      'Unpack it, and import the files in it.',
    );
  }
  for (const path of pages) {
    const read = (): SourceDocument => readPage(zip, path, input);
    yield pages.length > 1 ? readPart(path, () => ({ ...read(), part: path })) : read();
  }
}

function readPage(zip: ZipArchive, path: string, input: FormatInput): SourceDocument {
  const text = decodeHtml(zip.read(path) ?? new Uint8Array(), input.encoding);
  const readBeside = (src: string): Uint8Array | undefined =>
    zip.read(posix.join(posix.dirname(path), src));
  const own = { ...input, name: path, readBeside };
  return GOOGLE_DOCS.test(text) ? readGoogleDocs(text, own) : readHtml(text, own);
}

/** Its classes, or the addresses that it puts around links. */
const GOOGLE_DOCS = /class="(?:[^"]* )?doc-content\b|lst-kix_|https:\/\/www\.google\.com\/url\?q=/;
