import { lineAt } from '../article/line-at.ts';

/** A text, or the place of the first bytes that are none. */
export type StrictDecoding =
  | {
      readonly ok: true;
      readonly text: string;
      /** The name of the encoding in the Encoding Standard, in small letters. */
      readonly encoding: string;
    }
  | {
      readonly ok: false;
      readonly reason: 'undecodable' | 'nul';
      readonly encoding: string;
      /** In bytes. */
      readonly offset: number;
      /** Counted from 1. */
      readonly line: number;
    };

/**
 * Decodes bytes without replacing any, and without their byte order mark. Refuses bytes that are not
 * in the encoding, and the character NUL, which Markdown would replace.
 * @param label of the encoding (https://encoding.spec.whatwg.org/#names-and-labels)
 * @throws RangeError if there is no such encoding
 */
export function decodeStrictly(bytes: Uint8Array, label = 'utf-8'): StrictDecoding {
  const decoder = decoderFor(label);
  const { encoding } = decoder;
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { ok: false, reason: 'undecodable', encoding, ...findUndecodable(bytes, encoding) };
  }
  const nul = text.indexOf('\0');
  if (nul === -1) return { ok: true, text, encoding };
  return { ok: false, reason: 'nul', encoding, offset: bytes.indexOf(0), line: lineAt(text, nul) };
}

const decoders = new Map<string, TextDecoder>();

/** Creating a decoder takes longer than decoding an article. Not for streams: they would share it. */
export function decoderFor(label: string): TextDecoder {
  const decoder = decoders.get(label) ?? new TextDecoder(label, { fatal: true });
  decoders.set(label, decoder);
  return decoder;
}

/** Finds the first character that cannot be decoded, by bisection. */
function findUndecodable(bytes: Uint8Array, encoding: string): { offset: number; line: number } {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodeStart(bytes, middle, encoding) === undefined) bad = middle;
    else good = middle;
  }
  const text = decodeStart(bytes, good, encoding) ?? '';
  return { offset: lengthInBytes(text, encoding) ?? good, line: lineAt(text, text.length) };
}

/** Decodes the first bytes, up to the last complete character. */
function decodeStart(bytes: Uint8Array, length: number, encoding: string): string | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes.subarray(0, length), { stream: true });
  } catch {
    return undefined;
  }
}

/** Other encodings do not tell how many bytes a text has. */
function lengthInBytes(text: string, encoding: string): number | undefined {
  if (encoding === 'utf-8') return Buffer.byteLength(text);
  return encoding.startsWith('utf-16') ? 2 * text.length : undefined;
}
