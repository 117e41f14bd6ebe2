import { readFileSync } from 'node:fs';
import { articleDigest } from './article-cache.ts';

/** The text of an article. */
export interface ArticleSource {
  readonly bytes: Uint8Array;
  /** See `articleDigest`. */
  readonly digest: string;
}

/**
 * Returns `undefined` for a file that cannot be read. One can be missing for a moment, because editors
 * replace files when they save. Synchronous, which is faster for thousands of small files.
 * @param publicationLanguage the language of articles without one (BCP 47)
 * @param version see `parserVersion`
 */
export function readSource(
  file: string,
  publicationLanguage: string,
  version: string,
): ArticleSource | undefined {
  try {
    const bytes = readFileSync(file);
    return { bytes, digest: articleDigest(file, bytes, publicationLanguage, version) };
  } catch {
    return undefined;
  }
}
