/** A file of which any part can be read, such as an archive. */
export interface SlicedFile {
  /** In bytes. */
  readonly size: number;
  /** Reads a part of the file. Shorter than asked for if the file ends before. */
  readonly slice: (start: number, end: number) => Uint8Array;
}

/** In bytes, of a piece of a file that is read piece by piece. */
export const CHUNK = 128_000;

/** A file that was read as a whole, for everything that reads files. */
export function fileInMemory(bytes: Uint8Array) {
  return {
    bytes,
    chunks: (): Iterable<Uint8Array> => chunksOf(bytes),
    size: bytes.length,
    slice: (start: number, end: number): Uint8Array => bytes.subarray(start, end),
  };
}

function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += CHUNK) {
    yield bytes.subarray(start, start + CHUNK);
  }
}
