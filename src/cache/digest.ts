import { createHash, hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

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
  const files = paths.flatMap(filesWithin).sort();
  return digestOf(...files.flatMap((file) => [file, readFileSync(file)]));
}

function filesWithin(path: string): string[] {
  if (!existsSync(path)) return [];
  const entries = attemptToList(path);
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));
}

function attemptToList(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true, recursive: true });
  } catch {
    return undefined;
  }
}
