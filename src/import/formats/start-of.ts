import type { FormatInput } from './format.ts';

/** In bytes. Enough to tell all formats. */
export const START_LENGTH = 4096;

/** The first characters of a file, read as Latin-1, or as what its byte order mark says, without that. */
export function startOf({ bytes }: Pick<FormatInput, 'bytes'>): string {
  const { buffer, byteOffset, length } = bytes;
  const start = Buffer.from(buffer, byteOffset, Math.min(length, START_LENGTH));
  const mark = start.toString('latin1', 0, 2);
  if (mark === '\u00FF\u00FE') return start.subarray(2).toString('utf16le');
  if (mark === '\u00FE\u00FF') return new TextDecoder('utf-16be').decode(start);
  return start.toString('latin1').replace(/^\u00EF\u00BB\u00BF/, '');
}
