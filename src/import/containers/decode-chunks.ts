import { suggestEncodings } from '../bytes/suggest-encodings.ts';
import { FormatError } from '../document/format-error.ts';

/** A file that is read piece by piece. */
export interface ChunkedFile {
  /** Reads the file from its start. A piece is only valid until the next one. */
  readonly chunks: () => Iterable<Uint8Array>;
  /** A label of the Encoding Standard, for texts that do not name theirs. */
  readonly encoding?: string | undefined;
}

/**
 * Decodes a file piece by piece, without replacing any bytes, and without its byte order mark.
 * @param what for messages: `XML`
 * @param labelOf returns the encoding, told by the first bytes
 * @throws FormatError if there is no such encoding, or the file has bytes that are not in it
 */
export function* decodeChunks(
  { chunks }: ChunkedFile,
  what: string,
  labelOf: (start: Uint8Array) => string,
): Generator<string> {
  let decoder: TextDecoder | undefined;
  let decoded = 0;
  for (const chunk of chunks()) {
    decoder ??= createDecoder(labelOf(chunk), what);
    const text = tryDecode(decoder, chunk);
    if (text === undefined) throw undecodable(chunks, decoded, decoder.encoding, what);
    yield text;
    decoded++;
  }
  if (decoder && tryDecode(decoder) === undefined) {
    throw new FormatError(`The ${what} ends in the middle of a character.`, EXPORT_AGAIN);
  }
}

const EXPORT_AGAIN = 'Export or download the file again.';

function createDecoder(label: string, what: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new FormatError(
      `The ${what} names an encoding that is not known: ${label}.`,
      'Name its encoding: --encoding windows-1251, for example.',
    );
  }
}

function tryDecode(decoder: TextDecoder, bytes?: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    return undefined;
  }
}

/** Says where the bytes are. A decoder that failed has forgotten it, so another one reads again. */
function undecodable(
  chunks: ChunkedFile['chunks'],
  decoded: number,
  label: string,
  what: string,
): FormatError {
  const decoder = new TextDecoder(label, { fatal: true });
  let line = 1;
  let index = 0;
  let offset = 0;
  let failed: Uint8Array = new Uint8Array();
  for (const chunk of chunks()) {
    failed = chunk;
    if (index === decoded) break;
    line += linesIn(tryDecode(decoder, chunk) ?? '');
    index++;
  }
  for (; offset < failed.length; offset++) {
    const text = tryDecode(decoder, failed.subarray(offset, offset + 1));
    if (text === undefined) break;
    line += linesIn(text);
  }
  return new FormatError(
    `The ${what} has bytes that are not ${label}.`,
    suggestEncodings(failed, offset, label),
    { line },
  );
}

/** How many line feeds a text has. */
export function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
