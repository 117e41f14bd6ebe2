import type { TextFault } from '../markdown/prove-article.ts';
import { decodeStrictly } from '../../content/decode-strictly.ts';
import { documentKind } from './document-kind.ts';
import { suggestEncodings } from './suggest-encodings.ts';

/** A text and its encoding, or what keeps bytes from being text. */
export type DecodedBytes =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  | { readonly ok: false; readonly fault: TextFault };

/**
 * Reads bytes as text, without replacing any (see `decodeStrictly`). A byte order mark says UTF-8 or
 * UTF-16, whatever `encoding` says.
 * @param encoding a label of the Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels)
 */
export function decodeBytes(bytes: Uint8Array, encoding = 'utf-8'): DecodedBytes {
  const kind = documentKind(bytes);
  if (kind) {
    return {
      ok: false,
      fault: { wrong: `This is ${kind.kind}, not plain text.`, right: kind.right },
    };
  }
  const decoding = decodeStrictly(bytes, encodingOfMark(bytes) ?? encoding);
  if (decoding.ok) return decoding;
  const { line, offset } = decoding;
  const fault =
    decoding.reason === 'nul'
      ? faultOfNul(bytes, offset)
      : faultOfEncoding(bytes, offset, decoding.encoding);
  return { ok: false, fault: { line, ...fault } };
}

/** The encoding that a byte order mark says. */
export function encodingOfMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function faultOfEncoding(bytes: Uint8Array, offset: number, encoding: string): TextFault {
  const byte = bytes[offset];
  const wrong =
    byte === undefined
      ? `The text ends in the middle of a character (offset ${offset}).`
      : `The text has bytes that are not ${encoding}, from offset ${offset} on (0x${hex(byte)}).`;
  return { wrong, right: suggestEncodings(bytes, offset, encoding) };
}

function faultOfNul(bytes: Uint8Array, offset: number): TextFault {
  const nuls = bytes.filter((byte) => byte === 0).length;
  const right =
    nuls > bytes.length / 5
      ? `It may be UTF-16 without a byte order mark: try --encoding ${offset % 2 === 1 ? 'utf-16le' : 'utf-16be'}`
      : 'Remove the character, if this is a text at all.';
  return { wrong: `The text has the character NUL (U+0000) at offset ${offset}.`, right };
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
