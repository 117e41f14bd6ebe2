import { parseArticle, type ArticleParsing } from './parse-article.ts';
import { readSource } from './read-source.ts';

export interface ParsingTask {
  /** Relative to the project. */
  readonly files: readonly string[];
  /** The language of articles without one (BCP 47). */
  readonly publicationLanguage: string;
  /** See `parserVersion`. */
  readonly version: string;
}

export interface ParsedFile {
  /** Of the text that was parsed. See `articleDigest`. */
  readonly digest: string;
  readonly parsing: ArticleParsing;
}

/**
 * Reads and parses articles. Returns `undefined` for a file that cannot be read. The workers of
 * `parseArticles` run this.
 */
export default function parseFiles({
  files,
  publicationLanguage,
  version,
}: ParsingTask): (ParsedFile | undefined)[] {
  return files.map((file) => {
    const source = readSource(file, publicationLanguage, version);
    if (!source) return undefined;
    const { digest, bytes } = source;
    return { digest, parsing: parseArticle(file, bytes, publicationLanguage) };
  });
}
