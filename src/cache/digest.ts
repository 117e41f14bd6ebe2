import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { filesWithin } from './files-within.ts';

/** A digest (SHA-256, base64url) of some texts or bytes in their order. None can be taken for two. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  if (parts.every((part) => typeof part === 'string')) return digestOfTexts(parts);
  const digest = createHash('sha256');
  for (const part of parts) {
    digest.update(`${typeof part === 'string' ? Buffer.byteLength(part) : part.length}:`);
    digest.update(part);
  }
  return digest.digest('base64url');
}

/** The same in one go, which is quicker: each page has a digest. */
function digestOfTexts(texts: readonly string[]): string {
  return hash(
    'sha256',
    texts.map((text) => `${Buffer.byteLength(text)}:${text}`).join(''),
    'base64url',
  );
}

/**
 * A digest of files and of all files within folders, with their names. What does not exist is as
 * good as an empty folder.
 * @param paths from the project's folder
 */
export function digestOfFiles(paths: readonly string[]): string {
  const files = paths.flatMap((path) => [path, ...filesWithin(path)]).sort();
  return digestOf(...files.flatMap(nameAndContent));
}

/** Nothing of a folder, nor of a file that has gone since its folder was listed. */
function nameAndContent(file: string): [string, Uint8Array] | [] {
  try {
    return [file, readFileSync(file)];
  } catch {
    return [];
  }
}
