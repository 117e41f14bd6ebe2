import type { Fault } from '../article/problem.ts';
import { decodeStrictly } from './decode-strictly.ts';

/** The text of a file, or what is wrong with its bytes. */
export type DecodedText =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly fault: Fault };

/** Reads bytes as UTF-8 text, with or without a byte order mark. See `decodeStrictly`. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoding = decodeStrictly(bytes);
  if (decoding.ok) return { ok: true, value: decoding.text };
  return { ok: false, fault: { line: decoding.line, ...FAULTS[decoding.reason] } };
}

const FAULTS = {
  undecodable: {
    wrong: 'The line is not valid UTF-8.',
    right:
      'Save the file as UTF-8. To import text in another encoding, run: npm run import -- --encoding NAME FILE',
  },
  nul: {
    wrong: 'The line contains the character NUL (U+0000).',
    right: 'Remove the character.',
  },
} as const;
