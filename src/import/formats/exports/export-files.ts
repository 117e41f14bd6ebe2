import { openZip } from '../../containers/read-zip.ts';
import type { FormatInput } from '../format.ts';

/** Whether a file is a ZIP archive. */
export function isZip(start: string): boolean {
  return start.startsWith('PK\u0003\u0004');
}

/** The paths in a ZIP archive, without reading its files. Empty for other files, and broken ones. */
export function pathsInZip(start: string, { bytes }: FormatInput): readonly string[] {
  if (!isZip(start)) return [];
  try {
    return openZip(bytes).paths;
  } catch {
    // The format that is asked to read it says what is wrong.
    return [];
  }
}
