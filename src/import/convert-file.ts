import { readFileSync, statSync } from 'node:fs';
import { convert, type Conversion, type ConvertOptions } from './convert.ts';

/** A file to convert. */
export interface FileTask {
  readonly path: string;
  readonly options: ConvertOptions;
}

/** In bytes. Far more than an article can have: the file was probably named by mistake. */
const MAX_BYTES = 64_000_000;

/** Reads and converts a file. Never throws: every error is reported as a fault of that file. */
export function convertFile({ path, options }: FileTask): Conversion {
  let bytes: Uint8Array;
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) return tooLarge(size);
    bytes = readFileSync(path);
  } catch (error) {
    const wrong = `The file cannot be read: ${messageOf(error)}.`;
    return { ok: false, faults: [{ wrong, right: 'Check that you are allowed to read it.' }] };
  }
  return convertBytes(bytes, options);
}

/** Converts the bytes of a text. Never throws. */
export function convertBytes(bytes: Uint8Array, options: ConvertOptions): Conversion {
  if (bytes.length > MAX_BYTES) return tooLarge(bytes.length);
  try {
    return convert(bytes, options);
  } catch (error) {
    return softwareFault(error);
  }
}

/** The result for a text that makes the software fail. */
export function softwareFault(error: unknown): Conversion {
  const wrong = `The software failed on this text: ${messageOf(error)}.`;
  return { ok: false, faults: [{ wrong, right: 'Please report this, with the text.' }] };
}

function tooLarge(size: number): Conversion {
  const wrong = `The file has ${Math.round(size / 1e6)} MB; the limit is ${MAX_BYTES / 1e6} MB.`;
  return {
    ok: false,
    faults: [{ wrong, right: 'Split it into articles, if it is a text at all.' }],
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
