/** A file of which any part can be read, such as an archive. */
export interface SlicedFile {
  /** In bytes. */
  readonly size: number;
  /** Reads a part of the file. Shorter than asked for if the file ends before. */
  readonly slice: (start: number, end: number) => Uint8Array;
}

/** A file that was read as a whole, for everything that reads files. */
export function fileInMemory(bytes: Uint8Array) {
  return {
    bytes,
    chunks: (): readonly Uint8Array[] => [bytes],
    size: bytes.length,
    slice: (start: number, end: number): Uint8Array => bytes.subarray(start, end),
  };
}
