import { crc32 } from 'node:zlib';

/** Of what a chunk has before and after its data, in bytes. */
const LENGTH = 4;
const TYPE = 4;
const CHECKSUM = 4;
const SIGNATURE = '\x89PNG\r\n\x1A\n';

/** Whether a PNG file is as it was written: each of its chunks has a checksum (PNG, 5.3). */
export function isWholePng(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE) return false;
  for (let start = SIGNATURE.length; start + LENGTH + TYPE <= bytes.length;) {
    const data = start + LENGTH + TYPE;
    const end = data + bytes.readUInt32BE(start);
    if (end + CHECKSUM > bytes.length) return false;
    if (crc32(bytes.subarray(start + LENGTH, end)) !== bytes.readUInt32BE(end)) return false;
    const isLast = bytes.toString('latin1', data - TYPE, data) === 'IEND';
    start = end + CHECKSUM;
    if (isLast) return start === bytes.length;
  }
  return false;
}
