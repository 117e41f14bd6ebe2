import type { Problem } from '../article/problem.ts';
import { decodeStrictly } from './decode-strictly.ts';

type Fault = Pick<Problem, 'line' | 'wrong' | 'right'>;

/** The text of a file, or what keeps it from being text. */
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
    wrong: 'The file is not UTF-8 from this line on.',
    right:
      'Save the file as UTF-8. Text in another encoding is brought in by: npm run import -- --encoding NAME FILE',
  },
  nul: {
    wrong: 'The line holds the character NUL (U+0000).',
    right: 'Take it out: it is no part of a text.',
  },
} as const;
