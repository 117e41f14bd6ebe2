import { listZip } from '../containers/list-zip.ts';
import type { SlicedFile } from '../containers/sliced-file.ts';
import { FormatError } from '../document/format-error.ts';

/**
 * Whether a file is a ZIP archive.
 * @param start the first characters of the file, read as Latin-1
 */
export function isZip(start: string): boolean {
  return start.startsWith('PK\u0003\u0004');
}

/**
 * Whether a file is a ZIP archive of a format.
 * @param start the first characters of the file, read as Latin-1
 * @param hasFiles whether it has the files that the format needs
 * @param mark what the start of a broken one has, so that the reader can say what is wrong
 */
export function isZipWith(
  start: string,
  file: SlicedFile,
  hasFiles: (paths: readonly string[]) => boolean,
  mark: string,
): boolean {
  if (!isZip(start)) return false;
  try {
    return hasFiles(listZip(file).map(({ path }) => path));
  } catch (error) {
    if (error instanceof FormatError) return start.includes(mark);
    throw error;
  }
}
