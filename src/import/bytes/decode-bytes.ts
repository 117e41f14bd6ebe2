import type { TextFault } from '../markdown/prove-article.ts';
import { adviceOnEncoding } from './suggest-encodings.ts';
import { documentKind } from './document-kind.ts';

/** The text of a file and the encoding in which it was read, or what keeps it from being text. */
export type Decoding =
  | { readonly ok: true; readonly value: { readonly text: string; readonly encoding: string } }
  | { readonly ok: false; readonly fault: TextFault };

/**
 * Reads bytes as text. A byte order mark says UTF-8 or UTF-16; without one the encoding is
 * `encoding`, or UTF-8. No byte is ever replaced: what does not decode is a fault, and so is NUL,
 * which no text holds.
 * @param encoding a label of the Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels)
 */
export function decodeBytes(bytes: Uint8Array, encoding = 'utf-8'): Decoding {
  const kind = documentKind(bytes);
  if (kind !== undefined) {
    const right = 'Save it as plain text first, and import that.';
    return { ok: false, fault: { wrong: `This is ${kind}, not plain text.`, right } };
  }
  const label = markedEncoding(bytes) ?? encoding;
  const decoder = decoderFor(label);
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { ok: false, fault: undecodableFault(bytes, decoder.encoding) };
  }
  const nul = text.indexOf('\0');
  if (nul !== -1) return { ok: false, fault: nulFault(bytes, text, nul) };
  return { ok: true, value: { text, encoding: decoder.encoding } };
}

const decoders = new Map<string, TextDecoder>();

/** Making one takes longer than decoding an article with it. */
function decoderFor(label: string): TextDecoder {
  const decoder = decoders.get(label) ?? new TextDecoder(label, { fatal: true });
  decoders.set(label, decoder);
  return decoder;
}

/** The encoding that a byte order mark names. */
function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function undecodableFault(bytes: Uint8Array, encoding: string): TextFault {
  const { offset, line } = placeOfFault(bytes, encoding);
  const byte = bytes[offset];
  const what =
    byte === undefined
      ? `ends in the middle of a character (offset ${offset})`
      : `holds bytes that are not ${encoding}, from offset ${offset} on (0x${hex(byte)})`;
  return { line, wrong: `The text ${what}.`, right: adviceOnEncoding(bytes, offset, encoding) };
}

/** Where decoding fails: at the first byte of the first character that cannot be read. */
function placeOfFault(bytes: Uint8Array, encoding: string): { offset: number; line: number } {
  // The longest beginning that decodes, found by halving: a longer one fails where a shorter one does.
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodeBeginning(bytes, middle, encoding) === undefined) bad = middle;
    else good = middle;
  }
  const text = decodeBeginning(bytes, good, encoding) ?? '';
  return { offset: lengthInBytes(text, bytes, encoding) ?? good, line: lineAt(text) };
}

/**
 * How many bytes of a file a text was, with the mark before it: a character that was begun after it
 * is the one that fails. Only UTF-8 and UTF-16 tell.
 */
function lengthInBytes(text: string, bytes: Uint8Array, encoding: string): number | undefined {
  const marked = markedEncoding(bytes) !== undefined;
  if (encoding === 'utf-8') return Buffer.byteLength(text) + (marked ? 3 : 0);
  if (encoding.startsWith('utf-16')) return 2 * text.length + (marked ? 2 : 0);
  return undefined;
}

function decodeBeginning(bytes: Uint8Array, length: number, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), {
      stream: true,
    });
  } catch {
    return undefined;
  }
}

function nulFault(bytes: Uint8Array, text: string, index: number): TextFault {
  const offset = bytes.indexOf(0);
  const wrong = `The text holds the character NUL (U+0000) at offset ${offset}.`;
  const nuls = bytes.reduce((count, byte) => count + Number(byte === 0), 0);
  const right =
    nuls > bytes.length / 5
      ? `It may be UTF-16 without a byte order mark: try --encoding ${offset % 2 === 1 ? 'utf-16le' : 'utf-16be'}`
      : 'Is it a text at all? If it is, take the character out.';
  return { line: lineAt(text.slice(0, index)), wrong, right };
}

function lineAt(before: string): number {
  return before.split(/\r\n|\n|\r/).length;
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
