import { constants, inflateRawSync } from 'node:zlib';
import type { ReadBytes } from './read-metadata.ts';

/** The properties of Office documents and of OpenDocument ones. */
const PROPERTIES = /PK\x01\x02.{42}(?:docProps\/core|meta)\.xml/s;
/** In bytes, packed and unpacked. They usually have less than one thousand. */
const MAX_PROPERTIES = 200_000;

/**
 * Returns the properties of a document that is a ZIP archive (APPNOTE.TXT, 4.3), as Latin-1.
 * @param bytes the end of the file, which has the directory of the archive
 * @param read reads from the whole file
 */
export function officeMetadata(bytes: Buffer, read: ReadBytes): string {
  const at = PROPERTIES.exec(bytes.toString('latin1'))?.index;
  if (at === undefined) return '';
  const packedSize = bytes.readUInt32LE(at + 20);
  const local = read(bytes.readUInt32LE(at + 42), MAX_PROPERTIES);
  const start = 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = local.subarray(start, start + packedSize);
  const isDeflated = bytes.readUInt16LE(at + 10) === 8;
  if (!isDeflated) return packed.toString('latin1');
  return inflateRawSync(packed, {
    maxOutputLength: MAX_PROPERTIES,
    finishFlush: constants.Z_SYNC_FLUSH,
  }).toString('latin1');
}
