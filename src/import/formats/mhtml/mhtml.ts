import { FormatError } from '../../document/format-error.ts';
import type { SkippedPart, SourceDocument } from '../../document/source-document.ts';
import { decodeHtml } from '../decode-html.ts';
import { skippedPart } from '../export-document.ts';
import type { Format, FormatInput } from '../format.ts';
import { htmlText } from '../html/html-text.ts';
import { pictureOf, readHtml } from '../html/html.ts';
import { readHeaders, readParts, type MimePart } from './read-mime.ts';

/** A page with its pictures in one file, as browsers save it (RFC 2557). */
export const mhtml: Format = {
  name: 'mhtml',
  extensions: ['mhtml', 'mht'],
  matches: isMhtml,
  read: readPage,
};

/** E-mail has the same form. It is refused as plain text, because it would publish addresses. */
function isMhtml(start: string): boolean {
  if (!/^[\w-]+:/.test(start)) return false;
  const headers = readHeaders(start.split(/\r?\n\r?\n/, 1)[0] ?? '');
  return (
    /^multipart\/related/i.test(headers.get('content-type') ?? '') &&
    !headers.has('to') &&
    !headers.has('received')
  );
}

function* readPage(input: FormatInput): Generator<SourceDocument | SkippedPart> {
  const parts = readParts(input.bytes);
  const [page, ...frames] = parts.filter(({ type }) =>
    /^(?:text\/html|application\/xhtml)/.test(type),
  );
  if (!page) throw new FormatError('The MHTML file has no page in it.', 'Save the page again.');
  const document = readHtml(textOf(page, input), input);
  const base = document.base ?? webAddress(page.location);
  yield {
    ...document,
    ...(base !== undefined && { base }),
    picture: (src) => pictureIn(parts, src, page.location) ?? pictureOf(src, input),
  };
  for (const [index, frame] of frames.entries()) {
    yield skippedPart('frame', `frame ${index + 1}`, [htmlText(textOf(frame, input))]);
  }
}

function textOf({ bytes, charset }: MimePart, { encoding }: FormatInput): string {
  return decodeHtml(bytes, encoding ?? charset);
}

function webAddress(location: string | undefined): string | undefined {
  return location !== undefined && /^https?:/i.test(location) ? location : undefined;
}

/** The bytes of a picture, by its address or its number: `cid:picture-1@example.org`. */
function pictureIn(
  parts: readonly MimePart[],
  src: string,
  base: string | undefined,
): Uint8Array | undefined {
  if (/^cid:/i.test(src)) {
    const id = decodeURIComponent(src.slice('cid:'.length));
    return parts.find((part) => part.id === id)?.bytes;
  }
  const address = URL.parse(src, base)?.href;
  return parts.find(
    ({ location }) =>
      location !== undefined &&
      (location === src || (address !== undefined && URL.parse(location, base)?.href === address)),
  )?.bytes;
}
