import type { ReadBytes } from './read-metadata.ts';

/** In bytes, of a box with metadata. It can have a cover. */
const MAX_BOX = 32_000_000;

/**
 * Returns the metadata of an MP4 file (ISO/IEC 14496-12), as Latin-1: the content of the boxes `udta`
 * and `meta` of the file, its movie and its tracks. The last box may be cut off.
 */
export function boxMetadata(read: ReadBytes, from: number, to: number): string {
  let found = '';
  for (let start = from; start + 8 <= to;) {
    const header = read(start, 16);
    const type = header.toString('latin1', 4, 8);
    const isLong = header.readUInt32BE(0) === 1;
    if (isLong && header.length < 16) break;
    const stated = isLong ? Number(header.readBigUInt64BE(8)) : header.readUInt32BE(0);
    const length = stated === 0 ? to - start : stated;
    const content = isLong ? 16 : 8;
    if (length < content) break;
    const end = Math.min(start + length, to);
    if (type === 'moov' || type === 'trak') found += boxMetadata(read, start + content, end);
    if (type === 'udta' || type === 'meta') {
      found += read(start, Math.min(end - start, MAX_BOX)).toString('latin1');
    }
    start = end;
  }
  return found;
}
