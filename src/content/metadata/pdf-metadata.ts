import { constants, inflateSync } from 'node:zlib';

/** A stream without the dictionary before it. `endstream` is another word. */
const STREAM = /\bstream\r?\n/g;
/** In characters. Dictionaries of these streams are short. */
const MAX_DICTIONARY = 500;
/** In bytes, of one stream. Others are not read. */
const MAX_STREAM = 1_000_000;
/** Of a file. */
const MAX_STREAMS = 50;

/**
 * Returns the objects of a PDF that are compressed (ISO 32000-1, 7.5.7), and its XMP if that is, as
 * Latin-1. Streams of an encrypted PDF cannot be inflated, and are left out.
 * @param text the same bytes as Latin-1
 */
export function pdfMetadata(bytes: Buffer, text: string): string {
  const found: string[] = [];
  for (const { 0: match, index } of text.matchAll(STREAM)) {
    const before = text.slice(Math.max(0, index - MAX_DICTIONARY), index);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    const isRead =
      /\/Type\s*\/(?:ObjStm|Metadata)\b/.test(dictionary) && dictionary.includes('/FlateDecode');
    if (isRead) found.push(inflated(bytes.subarray(index + match.length)));
    if (found.length >= MAX_STREAMS) break;
  }
  return found.join('\n');
}

/** What is behind the stream is ignored. A stream that is cut off gives what there is. */
function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes, {
      maxOutputLength: MAX_STREAM,
      finishFlush: constants.Z_SYNC_FLUSH,
    }).toString('latin1');
  } catch {
    return '';
  }
}
