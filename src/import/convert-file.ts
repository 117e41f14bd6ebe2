import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  convert,
  softwareFault,
  type Conversion,
  type ConvertOptions,
  type SkippedConversion,
} from './convert.ts';
import { readFileBeside } from './files/read-file-beside.ts';
import { detectFormat, formatNamed } from './formats/formats.ts';
import { START_LENGTH, startOf } from './formats/start-of.ts';
import type { FormatInput } from './formats/format.ts';
import { CHUNK, fileInMemory } from './containers/sliced-file.ts';

/** A file to convert. */
export interface FileTask {
  readonly path: string;
  /** For messages. */
  readonly name: string;
  readonly options: ConvertOptions;
}

/** An article, or a part of a file that is none. */
export type FileConversion = Conversion | SkippedConversion;

/** In bytes. Far more than an article can have: the file was probably named by mistake. */
const MAX_BYTES = 64_000_000;

/**
 * Reads and converts a file, one article after the other. Never throws: every error is reported as a
 * fault of that file.
 */
export function* convertFile({ path, name, options }: FileTask): Generator<FileConversion> {
  const folder = dirname(path);
  const readBeside = (other: string): Uint8Array | undefined =>
    readFileBeside(other, { folder, media: options.media });
  let input: FormatInput;
  try {
    const { size } = statSync(path);
    const file = size > MAX_BYTES ? fileOnDisk(path, size) : fileInMemory(readFileSync(path));
    input = { ...file, name, readBeside };
    if (size > MAX_BYTES && !isStreamed(input, options)) {
      yield tooLarge(size);
      return;
    }
  } catch (error) {
    const wrong = `The file cannot be read: ${messageOf(error)}.`;
    yield { ok: false, faults: [{ wrong, right: 'Check that you are allowed to read it.' }] };
    return;
  }
  yield* convertSafely(input, options);
}

/** For worker threads, which return everything at once. */
export function convertSmallFile(task: FileTask): FileConversion[] {
  return [...convertFile(task)];
}

/** Converts the bytes of standard input. Never throws. */
export function* convertBytes(
  bytes: Uint8Array,
  options: ConvertOptions,
): Generator<FileConversion> {
  const readBeside = (path: string): Uint8Array | undefined =>
    readFileBeside(path, { media: options.media });
  const input = { ...fileInMemory(bytes), name: '', readBeside };
  if (bytes.length > MAX_BYTES && !isStreamed(input, options)) yield tooLarge(bytes.length);
  else yield* convertSafely(input, options);
}

function* convertSafely(input: FormatInput, options: ConvertOptions): Generator<FileConversion> {
  try {
    yield* convert(input, options);
  } catch (error) {
    yield { ok: false, faults: [softwareFault(error)] };
  }
}

/** Whether the format of a large file is read piece by piece. */
function isStreamed(input: FormatInput, { from }: ConvertOptions): boolean {
  const start = { ...input, bytes: input.bytes.subarray(0, START_LENGTH) };
  const format = from === undefined ? detectFormat(start) : formatNamed(from);
  return format?.streams?.(startOf(start)) === true;
}

/** A file that is too large to be read as a whole. Its `bytes` are only the first ones. */
function fileOnDisk(path: string, size: number) {
  return {
    bytes: readSlice(path, 0, START_LENGTH),
    chunks: (): Iterable<Uint8Array> => readChunks(path),
    size,
    slice: (start: number, end: number): Uint8Array => readSlice(path, start, end),
  };
}

function readSlice(path: string, start: number, end: number): Uint8Array {
  const file = openSync(path, 'r');
  const slice = Buffer.alloc(end - start);
  try {
    return slice.subarray(0, readSync(file, slice, 0, slice.length, start));
  } finally {
    closeSync(file);
  }
}

/** All chunks have the same memory. A new buffer for each would be most of the memory of a large import. */
function* readChunks(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  const chunk = Buffer.alloc(CHUNK);
  try {
    for (;;) {
      const length = readSync(file, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function tooLarge(size: number): Conversion {
  const wrong = `The file has ${Math.round(size / 1e6)} MB; the limit is ${MAX_BYTES / 1e6} MB.`;
  return {
    ok: false,
    faults: [
      { wrong, right: 'Split it into several files, such as one for each year of an export.' },
    ],
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
