import { posix } from 'node:path';
import { openZip } from '../../containers/read-zip.ts';
import { FormatError } from '../../document/format-error.ts';
import type { SourceDocument } from '../../document/source-document.ts';
import { decodeHtml } from '../decode-html.ts';
import type { Format, FormatInput } from '../format.ts';
import { headlineOfBody } from '../html/headline-of-body.ts';
import { readHtml } from '../html/html.ts';
import { isZipWith } from '../is-zip-with.ts';
import { prepareGoogleDocs } from './prepare-google-docs.ts';

/** What Google Docs saves as "Web page (.html, zipped)": a page, and a folder with its pictures. */
export const zippedHtml: Format = {
  name: 'zip',
  extensions: ['zip'],
  matches: (start, { bytes }) =>
    isZipWith(start, bytes, (paths) => pagesOf(paths).length > 0, '.html'),
  read: readArchive,
};

/** In the archive's own folder, or in the only folder that it has. */
function pagesOf(paths: readonly string[]): string[] {
  const pages = paths.filter((path) => /^(?!__MACOSX)(?:[^/]+\/)?[^/]+\.html?$/i.test(path));
  const atTop = pages.filter((path) => !path.includes('/'));
  return atTop.length > 0 ? atTop : pages;
}

/** @throws FormatError if the archive is broken or hostile, or has no page in it */
function* readArchive(input: FormatInput): Generator<SourceDocument> {
  const zip = openZip(input.bytes);
  const pages = pagesOf(zip.paths);
  if (pages.length === 0) {
    throw new FormatError(
      'The ZIP archive has no web page in it.',
      'Unpack it, and import the files in it.',
    );
  }
  for (const path of pages) {
    const bytes = zip.read(path) ?? new Uint8Array();
    const text = decodeHtml(bytes, input.encoding);
    const isOfGoogle = GOOGLE_DOCS.test(text);
    const readBeside = (src: string): Uint8Array | undefined =>
      zip.read(posix.join(posix.dirname(path), src));
    const own = { ...input, name: path, readBeside };
    const document = isOfGoogle
      ? headlineOfBody(readHtml(text, own, { isWhole: true, prepare: prepareGoogleDocs }))
      : readHtml(text, own);
    yield pages.length > 1 ? { ...document, part: path } : document;
  }
}

/** Its classes, or the addresses that it puts around links. */
const GOOGLE_DOCS = /class="(?:[^"]* )?doc-content\b|lst-kix_|https:\/\/www\.google\.com\/url\?q=/;
