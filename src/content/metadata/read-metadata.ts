import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { boxMetadata } from './box-metadata.ts';
import { officeMetadata } from './office-metadata.ts';
import { pdfMetadata } from './pdf-metadata.ts';

/** Returns the bytes at a place of a file; fewer at its end. */
export type ReadBytes = (start: number, length: number) => Buffer;

/** Of the start and the end of a file, in bytes. Metadata is there, and files can have gigabytes. */
const SOME = 256 * 1024;

/** Returns the parts of a file that have metadata, as Latin-1; empty if it cannot be read. */
export function readMetadata(file: string): string {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const { size } = fstatSync(handle);
    const read: ReadBytes = (start, length) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - start)));
      readSync(handle ?? 0, bytes, 0, bytes.length, start);
      return bytes;
    };
    const extension = extname(file).toLowerCase();
    if (/^\.(?:mp4|m4a)$/.test(extension)) return boxMetadata(read, 0, size);
    const ends = Buffer.concat([read(0, SOME), read(Math.max(SOME, size - SOME), SOME)]);
    const text = ends.toString('latin1');
    if (extension === '.pdf') return text + pdfMetadata(ends, text);
    return /^\.(?:docx|xlsx|pptx|od[tsp])$/.test(extension)
      ? text + officeMetadata(ends, read)
      : text;
  } catch {
    return '';
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
