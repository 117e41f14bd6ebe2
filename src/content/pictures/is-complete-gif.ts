/**
 * Whether a GIF has all of its blocks, down to the one that ends it (GIF89a, 17 to 27). libvips, and
 * so sharp, takes one that breaks off after its first frame for whole.
 */
export function isWholeGif(gif: Uint8Array): boolean {
  const byte = (at: number): number => gif[at] ?? 0;
  /** In bytes, by the flags that a block with colours has. */
  const colours = (flags: number): number =>
    (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
  let at = 13 + colours(byte(10));
  while (at < gif.length && byte(at) !== TRAILER) {
    if (byte(at) === EXTENSION) at += 2;
    else if (byte(at) === IMAGE) at += 11 + colours(byte(at + 9));
    else return false;
    // The data of a block are in parts of up to 255 bytes, each after its size; the last one is empty.
    while (byte(at) !== 0) at += 1 + byte(at);
    at++;
  }
  return at < gif.length;
}

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
