import { unzipSync, type UnzipFileInfo } from 'fflate';
import { FormatError } from '../document/format-error.ts';

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
/** Unpacked to packed. Text shrinks by a factor of 20, a bomb by 1,000. */
const MAX_RATIO = 200;
/** In bytes. Smaller files may have any ratio. */
const HARMLESS_SIZE = 10_000_000;

/**
 * Opens a ZIP archive. Nothing is written to the disk, so paths that lead out of it do no harm; they
 * are refused all the same.
 * @throws FormatError if the archive is broken, encrypted or hostile
 */
export function openZip(bytes: Uint8Array): ZipArchive {
  const sizes = new Map<string, number>();
  listFiles(bytes, ({ name, size, originalSize, compression }) => {
    if (sizes.has(name)) throw broken(`has the file ${name} twice`);
    if (sizes.size >= MAX_FILES) throw hostile(`more than ${MAX_FILES.toLocaleString('en')} files`);
    if (name.split(/[/\\]/).includes('..') || /^[/\\]|^[a-z]:/i.test(name)) {
      throw hostile(`a path that leads out of it: ${name}`);
    }
    if (compression !== 0 && compression !== 8)
      throw broken(`is encrypted, or packed in an unusual way: ${name}`);
    if (originalSize > HARMLESS_SIZE && originalSize > size * MAX_RATIO) {
      throw hostile(
        `a file that becomes ${Math.round(originalSize / 1e6)} MB when it is unpacked: ${name}`,
      );
    }
    sizes.set(name, originalSize);
  });
  let total = 0;
  return {
    paths: [...sizes.keys()],
    read: (path) => {
      const size = sizes.get(path);
      if (size === undefined) return undefined;
      total += size;
      if (total > MAX_TOTAL) throw hostile(`more than ${MAX_TOTAL / 1e6} MB of files`);
      return readFile(bytes, path);
    },
  };
}

function listFiles(bytes: Uint8Array, onFile: (file: UnzipFileInfo) => void): void {
  unzip(bytes, (file) => {
    onFile(file);
    return false;
  });
}

function readFile(bytes: Uint8Array, path: string): Uint8Array | undefined {
  return unzip(bytes, ({ name }) => name === path)[path];
}

function unzip(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean) {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw broken('is broken, or was not copied completely');
  }
}

function broken(what: string): FormatError {
  return new FormatError(`The ZIP archive ${what}.`, 'Save or download the file again.');
}

function hostile(what: string): FormatError {
  return new FormatError(`The ZIP archive has ${what}.`, 'Check where the file comes from.');
}
