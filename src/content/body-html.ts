import { readFileSync } from 'node:fs';
import { readPublication } from '../publication.ts';
import { articleDigest, keepArticle, keptBody } from './article-cache.ts';
import { openCache, type Cache } from '../cache/cache.ts';
import { parseArticle, type ArticleParsing } from './parse-article.ts';
import { parserVersion } from '../cache/software-version.ts';

let opened: Cache | undefined;

/**
 * The body of an article as HTML, when its page is rendered. While developing, it is that of the
 * file as it stands now: an edit shows without waiting for Astro to write its store.
 * @param file the article's
 * @param digest of the article, as it was read
 * @throws Error if the article is no longer what it was when the build began
 */
export function bodyHtml(file: string, digest: string): string {
  return import.meta.env.DEV ? presentBody(file, digest) : bodyAsRead(file, digest);
}

/**
 * The body of an article as it was when it was read.
 * @param digest of the article, as it was read
 * @throws Error if it is not kept any more, and the file has changed
 */
export function bodyAsRead(file: string, digest: string): string {
  const known = keptBody(openedCache(), digest);
  if (known !== undefined) return known;
  const text = presentText(file);
  const parsing = text.digest === digest ? parseAndKeep(text) : undefined;
  if (parsing?.ok !== true) {
    throw new Error(`${file} was changed while the site was being built. Build it again.`);
  }
  return parsing.html;
}

function presentBody(file: string, digest: string): string {
  const text = presentText(file);
  const kept = keptBody(openedCache(), text.digest);
  if (kept !== undefined) return kept;
  const parsing = parseAndKeep(text);
  // An edit that went wrong is told by the loader; the page shows what it showed before.
  return parsing.ok ? parsing.html : (keptBody(openedCache(), digest) ?? '');
}

/** The text of an article as it stands in its file. */
interface PresentText {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly digest: string;
  /** The publication's (BCP 47). */
  readonly language: string;
}

function presentText(file: string): PresentText {
  const bytes = readFileSync(file);
  const { language } = readPublication();
  return { file, bytes, language, digest: articleDigest(bytes, language, parserVersion()) };
}

function parseAndKeep({ file, bytes, digest, language }: PresentText): ArticleParsing {
  const parsing = parseArticle(file, bytes, language);
  keepArticle(openedCache(), digest, parsing);
  return parsing;
}

function openedCache(): Cache {
  return (opened ??= openCache());
}
