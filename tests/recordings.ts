/** Returns a second of silence as a WAV file: 8-bit samples, 8,000 a second. */
export function silence(): Buffer {
  const samples = Buffer.alloc(8000, 128);
  const header = Buffer.alloc(44);
  header.write('RIFF');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

/** The first bytes of a file in each format. No player can play them. */
export const STARTS = {
  mp3: Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'),
  m4a: Buffer.from('\0\0\0\x18ftypM4A \0\0\0\0', 'latin1'),
  ogg: Buffer.from('OggS\0\x02', 'latin1'),
  opus: Buffer.from('OggS\0\x02', 'latin1'),
  wav: silence(),
  mp4: Buffer.from('\0\0\0\x18ftypisom\0\0\0\0', 'latin1'),
  webm: Buffer.from('\x1A\x45\xDF\xA3\x9F\x42\x82\x84webm', 'latin1'),
} as const;
