import { decoderFor } from '../../content/decode-strictly.ts';
import { FormatError } from '../document/format-error.ts';
import type { SlicedFile } from './sliced-file.ts';

/** A file in a ZIP archive. */
export interface ZipEntry {
  readonly path: string;
  /** Reads it as it is in the archive. */
  readonly readPacked: () => Uint8Array;
  /** In bytes. */
  readonly packedSize: number;
  readonly isPacked: boolean;
  /** In bytes, when unpacked. */
  readonly size: number;
  /** CRC-32. */
  readonly checksum: number;
}

/** The records of APPNOTE.TXT, 4.3: their signatures, and their lengths in bytes without names. */
const END = { signature: 0x06054b50, length: 22 };
const ENTRY = { signature: 0x02014b50, length: 46 };
const LOCAL = { signature: 0x04034b50, length: 30 };
/** In bytes. The end can have a comment behind it. */
const MAX_COMMENT = 0xffff;
/** In bytes. */
const MAX_DIRECTORY = 50_000_000;
/** What stands in place of larger numbers. */
const ZIP64 = { count: 0xffff, offset: 0xffffffff };
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/**
 * Reads the directory of a ZIP archive, without the folders in it.
 * @throws FormatError if it is broken or encrypted
 */
export function listZip(file: SlicedFile): ZipEntry[] {
  try {
    return readDirectory(file);
  } catch (error) {
    if (error instanceof RangeError) throw incomplete();
    throw error;
  }
}

/** @throws RangeError if a record is outside the archive */
function readDirectory(file: SlicedFile): ZipEntry[] {
  const end = readEnd(file);
  const count = end.readUInt16LE(10);
  const start = end.readUInt32LE(16);
  if (count === ZIP64.count || start === ZIP64.offset) {
    throw new FormatError(
      'The ZIP archive has more than 65,534 files or 4 GB.',
      'Unpack it, and import the files in it.',
    );
  }
  const length = end.readUInt32LE(12);
  if (length > MAX_DIRECTORY || start + length > file.size) throw incomplete();
  const directory = readBuffer(file, start, start + length);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (directory.readUInt32LE(at) !== ENTRY.signature) throw incomplete();
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.subarray(at + ENTRY.length, at + ENTRY.length + nameLength);
    const path = decodeName(name);
    const entry = directory.subarray(at, at + ENTRY.length);
    if (!path.endsWith('/')) entries.push(readEntry(file, entry, path));
    at +=
      ENTRY.length + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(file: SlicedFile, entry: Buffer, path: string): ZipEntry {
  const flags = entry.readUInt16LE(8);
  const method = entry.readUInt16LE(10);
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
  const packedSize = entry.readUInt32LE(20);
  const offset = entry.readUInt32LE(42);
  const local = readBuffer(file, offset, offset + LOCAL.length);
  if (local.readUInt32LE(0) !== LOCAL.signature) throw incomplete();
  const start = offset + LOCAL.length + local.readUInt16LE(26) + local.readUInt16LE(28);
  if (start + packedSize > file.size) throw incomplete();
  return {
    path,
    readPacked: () => file.slice(start, start + packedSize),
    packedSize,
    isPacked: method === DEFLATED,
    size: entry.readUInt32LE(24),
    checksum: entry.readUInt32LE(16),
  };
}

function readEnd(file: SlicedFile): Buffer {
  const buffer = readBuffer(file, Math.max(0, file.size - END.length - MAX_COMMENT), file.size);
  for (let at = buffer.length - END.length; at >= 0; at--) {
    if (buffer.readUInt32LE(at) === END.signature) return buffer.subarray(at);
  }
  throw incomplete();
}

function readBuffer(file: SlicedFile, start: number, end: number): Buffer {
  const { buffer, byteOffset, length } = file.slice(start, end);
  return Buffer.from(buffer, byteOffset, length);
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
