/** What a file is, if its first bytes show that it is not plain text. */
export function documentKind(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16));
  return KINDS.find(([signature]) => start.subarray(0, signature.length).equals(signature))?.[1];
}

const KINDS: readonly (readonly [Buffer, string])[] = [
  [Buffer.from('%PDF-'), 'a PDF document'],
  [Buffer.from('{\\rtf'), 'a rich text document (RTF)'],
  [Buffer.from('PK\u0003\u0004'), 'a Word or OpenDocument file, or another ZIP archive'],
  [Buffer.from('D0CF11E0A1B11AE1', 'hex'), 'an old Word document'],
  [Buffer.from('89504E470D0A1A0A', 'hex'), 'a picture (PNG)'],
  [Buffer.from('FFD8FF', 'hex'), 'a picture (JPEG)'],
  [Buffer.from('GIF8'), 'a picture (GIF)'],
  [Buffer.from('1F8B', 'hex'), 'a compressed file (gzip)'],
  [Buffer.from('FFFE0000', 'hex'), 'UTF-32 text'],
  [Buffer.from('0000FEFF', 'hex'), 'UTF-32 text'],
];
