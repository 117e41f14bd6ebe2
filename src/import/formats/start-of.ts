import type { FormatInput } from './format.ts';

/** In bytes. Enough to tell all formats. */
export const START_LENGTH = 4096;

/** The first characters of a file, read as Latin-1, without the byte order mark of UTF-8. */
export function startOf({ bytes }: Pick<FormatInput, 'bytes'>): string {
  const { buffer, byteOffset, length } = bytes;
  const start = Buffer.from(buffer, byteOffset, Math.min(length, START_LENGTH));
  return start.toString('latin1').replace(/^\u00EF\u00BB\u00BF/, '');
}
