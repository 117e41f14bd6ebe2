import { readFileSync, statSync } from 'node:fs';
import { convert, type Conversion, type ConvertOptions } from './convert.ts';

/** In bytes. The longest novels have 5 MB; more is a file that was named by mistake. */
const MOST_BYTES = 64_000_000;

/** Reads a file and makes an article of it. Whatever goes wrong is told as a fault of that file. */
export function convertFile(path: string, options: ConvertOptions): Conversion {
  let bytes: Uint8Array;
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) return tooLarge(size);
    bytes = readFileSync(path);
  } catch (error) {
    const wrong = `The file cannot be read: ${messageOf(error)}.`;
    return { ok: false, faults: [{ wrong, right: 'See to it that you may read it.' }] };
  }
  return convertBytes(bytes, options);
}

/** Makes an article of bytes. */
export function convertBytes(bytes: Uint8Array, options: ConvertOptions): Conversion {
  if (bytes.length > MOST_BYTES) return tooLarge(bytes.length);
  try {
    return convert(bytes, options);
  } catch (error) {
    return softwareFault(error);
  }
}

/** What to say when the software fails on a text, and not the text. */
export function softwareFault(error: unknown): Conversion {
  const wrong = `The software failed on this text: ${messageOf(error)}.`;
  return { ok: false, faults: [{ wrong, right: 'Please report it with the text.' }] };
}

function tooLarge(size: number): Conversion {
  const wrong = `The file has ${Math.round(size / 1e6)} MB, more than ${MOST_BYTES / 1e6}.`;
  return { ok: false, faults: [{ wrong, right: 'Is it a text at all? Part it into articles.' }] };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
