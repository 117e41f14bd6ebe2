import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { filesWithin } from './files-within.ts';

/** Returns the SHA-256 digest (base64url) of a list. Lengths are included: `a`, `b` differs from `ab`. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  if (parts.every((part) => typeof part === 'string')) return digestOfTexts(parts);
  const digest = createHash('sha256');
  for (const part of parts) {
    digest.update(`${typeof part === 'string' ? Buffer.byteLength(part) : part.length}:`);
    digest.update(part);
  }
  return digest.digest('base64url');
}

/** `digestOf` in one call, which is faster. Every page needs a digest. */
function digestOfTexts(texts: readonly string[]): string {
  return hash(
    'sha256',
    texts.map((text) => `${Buffer.byteLength(text)}:${text}`).join(''),
    'base64url',
  );
}

/**
 * Returns a digest of the names and contents of files, including all files in folders. Ignores paths
 * that don't exist.
 * @param paths relative to the project
 */
export function digestOfFiles(paths: readonly string[]): string {
  const files = paths.flatMap((path) => [path, ...filesWithin(path)]).sort();
  return digestOf(...files.flatMap(nameAndContent));
}

/** Returns an empty list for a folder, and for a file that was deleted after its folder was listed. */
function nameAndContent(file: string): [string, Uint8Array] | [] {
  try {
    return [file, readFileSync(file)];
  } catch {
    return [];
  }
}
