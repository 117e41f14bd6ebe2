import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, isAbsolute } from 'node:path';

/** Where the pictures of a document can be. */
export interface PictureFolders {
  /** The document's own folder. */
  readonly folder?: string | undefined;
  /** The folder of `--media`, in which paths from the root of a site are. */
  readonly media?: string | undefined;
}

/** In bytes. */
const MAX_BYTES = 64_000_000;

/**
 * Reads a file that a document names. Never leaves the folders, not through links either.
 * @returns `undefined` if there is no such file in them
 */
export function readFileBeside(
  path: string,
  { folder, media }: PictureFolders,
): Uint8Array | undefined {
  if (path === '' || path.includes('\0')) return undefined;
  const folders = path.startsWith('/') ? [media] : [folder, media];
  for (const root of folders) {
    const bytes = root === undefined ? undefined : readWithin(root, decode(path));
    if (bytes) return bytes;
  }
  return undefined;
}

function readWithin(root: string, path: string): Uint8Array | undefined {
  try {
    const file = realpathSync(join(root, path));
    const inRoot = relative(realpathSync(root), file);
    if (inRoot.startsWith('..') || isAbsolute(inRoot)) return undefined;
    const status = statSync(file);
    return status.isFile() && status.size <= MAX_BYTES ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
