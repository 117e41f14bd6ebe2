import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { convert, type Conversion, type ConvertOptions } from './convert.ts';
import { readFileBeside } from './files/read-file-beside.ts';

/** A file to convert. */
export interface FileTask {
  readonly path: string;
  /** For messages. */
  readonly name: string;
  readonly options: ConvertOptions;
}

/** In bytes. Far more than an article can have: the file was probably named by mistake. */
const MAX_BYTES = 64_000_000;

/** Reads and converts a file. Never throws: every error is reported as a fault of that file. */
export function convertFile({ path, name, options }: FileTask): Conversion[] {
  let bytes: Uint8Array;
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) return [tooLarge(size)];
    bytes = readFileSync(path);
  } catch (error) {
    const wrong = `The file cannot be read: ${messageOf(error)}.`;
    return [{ ok: false, faults: [{ wrong, right: 'Check that you are allowed to read it.' }] }];
  }
  return convertBytes(bytes, name, options, dirname(path));
}

/**
 * Converts the bytes of a file. Never throws.
 * @param folder where its pictures are
 */
export function convertBytes(
  bytes: Uint8Array,
  name: string,
  options: ConvertOptions,
  folder?: string,
): Conversion[] {
  if (bytes.length > MAX_BYTES) return [tooLarge(bytes.length)];
  const readBeside = (path: string): Uint8Array | undefined =>
    readFileBeside(path, { folder, media: options.media });
  try {
    return [...convert({ bytes, name, readBeside }, options)];
  } catch (error) {
    return [softwareFault(error)];
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
