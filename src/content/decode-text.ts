import type { Problem } from '../article/problem.ts';

type Fault = Pick<Problem, 'line' | 'wrong' | 'right'>;

/** The text of a file, or what keeps it from being text. */
export type DecodedText =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly fault: Fault };

/**
 * Reads bytes as UTF-8 text, with or without a byte order mark. Nothing is replaced: bytes that are
 * not UTF-8, and the NUL character that Markdown would replace, are faults.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  let value: string;
  try {
    value = decoder.decode(bytes);
  } catch {
    return notUtf8(bytes);
  }
  const nul = value.indexOf('\0');
  if (nul === -1) return { ok: true, value };
  const line = lineAt(value.slice(0, nul));
  const right = 'Take it out: it is no part of a text.';
  return { ok: false, fault: { line, wrong: 'The line holds the character NUL (U+0000).', right } };
}

/** One for all: making a decoder takes longer than reading an article with it. */
const decoder = new TextDecoder('utf-8', { fatal: true });

function notUtf8(bytes: Uint8Array): DecodedText {
  const line = lineAt(new TextDecoder('utf-8').decode(bytes.subarray(0, validLength(bytes))));
  const right =
    'Save the file as UTF-8. Text in another encoding is brought in by: npm run import -- --encoding NAME FILE';
  return { ok: false, fault: { line, wrong: 'The file is not UTF-8 from this line on.', right } };
}

/** How many of the bytes are UTF-8, found by halving. */
function validLength(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (beginsValid(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

/** Whether bytes are UTF-8, apart from a character that their end cuts off. */
function beginsValid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function lineAt(before: string): number {
  return before.split(/\r\n|\n|\r/).length;
}
