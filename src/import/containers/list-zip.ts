import { decoderFor } from '../../content/decode-strictly.ts';
import { FormatError } from '../document/format-error.ts';

/** A file in a ZIP archive. */
export interface ZipEntry {
  readonly path: string;
  /** As it is in the archive. */
  readonly packed: Uint8Array;
  readonly isPacked: boolean;
  /** In bytes, when unpacked. */
  readonly size: number;
  /** CRC-32. */
  readonly checksum: number;
}

/** In files. A document has hundreds at most. */
const MAX_FILES = 10_000;

/** The records of APPNOTE.TXT, 4.3: their signatures, and their lengths in bytes without names. */
const END = { signature: 0x06054b50, length: 22 };
const ENTRY = { signature: 0x02014b50, length: 46 };
const LOCAL = { signature: 0x04034b50, length: 30 };
/** In bytes. The end can have a comment behind it. */
const MAX_COMMENT = 0xffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/**
 * Reads the directory of a ZIP archive, without the folders in it.
 * @throws FormatError if it is broken, encrypted, or has too many files
 */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    return readDirectory(buffer);
  } catch (error) {
    if (error instanceof RangeError) throw incomplete();
    throw error;
  }
}

/** @throws RangeError if a record is outside the archive */
function readDirectory(buffer: Buffer): ZipEntry[] {
  const end = findEnd(buffer);
  const count = buffer.readUInt16LE(end + 10);
  if (count > MAX_FILES) {
    const limit = MAX_FILES.toLocaleString('en');
    throw new FormatError(
      `The ZIP archive has more than ${limit} files.`,
      'Check where the file comes from.',
    );
  }
  const entries: ZipEntry[] = [];
  let at = buffer.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (buffer.readUInt32LE(at) !== ENTRY.signature) throw incomplete();
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = buffer.subarray(at + ENTRY.length, at + ENTRY.length + nameLength);
    const path = decodeName(name);
    if (!path.endsWith('/')) entries.push(readEntry(buffer, at, path));
    at += ENTRY.length + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(buffer: Buffer, at: number, path: string): ZipEntry {
  const flags = buffer.readUInt16LE(at + 8);
  const method = buffer.readUInt16LE(at + 10);
  if ((flags & ENCRYPTED) !== 0) {
    throw new FormatError(
      `The ZIP archive is encrypted: ${path}.`,
      'Unpack it with its password, and import the files in it.',
    );
  }
  if (method !== STORED && method !== DEFLATED) {
    throw new FormatError(
      `The ZIP archive is packed in an unusual way: ${path}.`,
      'Unpack it, and pack it again with the usual settings.',
    );
  }
  const packedSize = buffer.readUInt32LE(at + 20);
  const local = buffer.readUInt32LE(at + 42);
  if (buffer.readUInt32LE(local) !== LOCAL.signature) throw incomplete();
  const start =
    local + LOCAL.length + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
  if (start + packedSize > buffer.length) throw incomplete();
  return {
    path,
    packed: buffer.subarray(start, start + packedSize),
    isPacked: method === DEFLATED,
    size: buffer.readUInt32LE(at + 24),
    checksum: buffer.readUInt32LE(at + 16),
  };
}

function findEnd(buffer: Buffer): number {
  const last = buffer.length - END.length;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    if (buffer.readUInt32LE(at) === END.signature) return at;
  }
  throw incomplete();
}

/** UTF-8, as all programs write names today; or anything else, with the same bytes. */
function decodeName(name: Uint8Array): string {
  try {
    return decoderFor('utf-8').decode(name);
  } catch {
    return Buffer.from(name).toString('latin1');
  }
}

function incomplete(): FormatError {
  return new FormatError(
    'The ZIP archive is broken, or was not copied completely.',
    'Save or download the file again.',
  );
}
