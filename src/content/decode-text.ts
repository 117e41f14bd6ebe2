import { lineAt } from '../article/line-at.ts';
import type { Fault } from '../article/problem.ts';

/** The text of a file, or what is wrong with its bytes. */
export type DecodedText =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly fault: Fault };

/**
 * Decodes UTF-8, with or without a byte order mark. Never replaces a character: refuses invalid
 * bytes, and NUL, which Markdown parsers replace.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  let value: string;
  try {
    value = decoder.decode(bytes);
  } catch {
    return { ok: false, fault: notUtf8(bytes) };
  }
  const nul = value.indexOf('\0');
  if (nul === -1) return { ok: true, value };
  return {
    ok: false,
    fault: {
      line: lineAt(value, nul),
      wrong: 'The line contains the character NUL (U+0000).',
      right: 'Remove the character.',
    },
  };
}

/** Shared, because creating a decoder takes longer than decoding an article. */
const decoder = new TextDecoder('utf-8', { fatal: true });

function notUtf8(bytes: Uint8Array): Fault {
  const valid = new TextDecoder('utf-8').decode(bytes.subarray(0, validLength(bytes)));
  return {
    line: lineAt(valid, valid.length),
    wrong: 'The line is not valid UTF-8.',
    right:
      'Save the file as UTF-8. To import text in another encoding, run: npm run import -- --encoding NAME FILE',
  };
}

/** Returns the number of valid bytes before the first invalid one. Finds it by binary search. */
function validLength(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValidStart(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

/** Whether bytes are valid UTF-8. The last character can be incomplete. */
function isValidStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
