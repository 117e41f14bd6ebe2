import { crc32, inflateRawSync } from 'node:zlib';
import { FormatError } from '../document/format-error.ts';
import { listZip, type ZipEntry } from './list-zip.ts';
import type { SlicedFile } from './sliced-file.ts';

/** The files of an archive, by their paths. They are read when asked for. */
export interface ZipArchive {
  readonly paths: readonly string[];
  /** @throws FormatError if the file is broken or too large */
  readonly read: (path: string) => Uint8Array | undefined;
}

/** In files. A document has hundreds at most. */
const MAX_FILES = 10_000;
/** In bytes, of all files that are read. */
const MAX_TOTAL = 200_000_000;
/** In bytes, of one file of an export. */
const MAX_FILE = 64_000_000;
/** Unpacked to packed. Text shrinks by a factor of 20, a bomb by 1,000. */
const MAX_RATIO = 200;
/** In bytes. Smaller files may have any ratio. */
const HARMLESS_SIZE = 10_000_000;

/**
 * Opens the ZIP archive of a document. Its files are kept, because they can be asked for again.
 * @throws FormatError if the archive is broken, encrypted or hostile
 */
export function openZip(archive: SlicedFile): ZipArchive {
  const entries = readEntries(archive);
  if (entries.size > MAX_FILES) throw hostile(`more than ${MAX_FILES.toLocaleString('en')} files`);
  const files = new Map<string, Uint8Array>();
  let total = 0;
  return {
    paths: [...entries.keys()],
    read: (path) => {
      const entry = entries.get(path);
      const known = files.get(path);
      if (!entry || known) return known;
      total += entry.size;
      if (total > MAX_TOTAL) throw hostile(`more than ${MAX_TOTAL / 1e6} MB of files`);
      const file = unpack(entry);
      files.set(path, file);
      return file;
    },
  };
}

/**
 * Opens the ZIP archive of an export, which can have any size. Its files are not kept.
 * @throws FormatError if the archive is broken, encrypted or hostile
 */
export function openLargeZip(archive: SlicedFile): ZipArchive {
  const entries = readEntries(archive);
  return {
    paths: [...entries.keys()],
    read: (path) => {
      const entry = entries.get(path);
      if (entry && Math.max(entry.size, entry.packedSize) > MAX_FILE) {
        throw hostile(`a file of more than ${MAX_FILE / 1e6} MB: ${path}`);
      }
      return entry && unpack(entry);
    },
  };
}

/**
 * Nothing is written to the disk, so paths that lead out of an archive do no harm; they are refused all
 * the same. Node's zlib checks what fflate does not: the checksum of each file, and that no file becomes
 * larger than it says.
 */
function readEntries(archive: SlicedFile): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  for (const entry of listZip(archive)) {
    const { path, packedSize, size } = entry;
    if (entries.has(path)) throw broken(`has the file ${path} twice`);
    if (path.split(/[/\\]/).includes('..') || /^[/\\]|^[a-z]:/i.test(path)) {
      throw hostile(`a path that leads out of it: ${path}`);
    }
    if (size > HARMLESS_SIZE && size > packedSize * MAX_RATIO) {
      throw hostile(
        `a file that becomes ${Math.round(size / 1e6)} MB when it is unpacked: ${path}`,
      );
    }
    entries.set(path, entry);
  }
  return entries;
}

function unpack({ path, isPacked, readPacked, size, checksum }: ZipEntry): Uint8Array {
  const packed = readPacked();
  let file = packed;
  try {
    if (isPacked) file = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw broken(`has a broken file: ${path}`);
  }
  if (file.length !== size || crc32(file) !== checksum) {
    throw broken(`has a broken file: ${path}`);
  }
  return file;
}

function broken(what: string): FormatError {
  return new FormatError(`The ZIP archive ${what}.`, 'Save or download the file again.');
}

function hostile(what: string): FormatError {
  return new FormatError(`The ZIP archive has ${what}.`, 'Check where the file comes from.');
}
