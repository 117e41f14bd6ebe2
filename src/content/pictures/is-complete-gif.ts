/**
 * Whether a GIF has all blocks up to its trailer (GIF89a, 17 to 27). libvips, which sharp uses,
 * accepts files that are truncated after their first frame.
 */
export function isCompleteGif(gif: Uint8Array): boolean {
  const byte = (offset: number): number => gif[offset] ?? 0;
  /** Returns the bytes of the colour table that follows a block with these flags. */
  const colourTableSize = (flags: number): number =>
    (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
  let offset = 13 + colourTableSize(byte(10));
  while (offset < gif.length && byte(offset) !== TRAILER) {
    if (byte(offset) === EXTENSION) offset += 2;
    else if (byte(offset) === IMAGE) offset += 11 + colourTableSize(byte(offset + 9));
    else return false;
    // Sub-blocks of up to 255 bytes, each after its size. The last one is empty.
    while (byte(offset) !== 0) offset += 1 + byte(offset);
    offset++;
  }
  return offset < gif.length;
}

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
