import { readFileSync } from 'node:fs';
import { openCache, type Cache } from '../cache/cache.ts';
import { parserVersion } from '../cache/software-version.ts';
import { readPublication } from '../publication.ts';
import type { BodyData } from './article-entry.ts';
import { articleDigest, keepArticle, keptBody } from './article-cache.ts';
import { parseArticle, type ArticleParsing } from './parse-article.ts';

let opened: Cache | undefined;

/**
 * The body of an article as sanitised HTML, with a gap (see `PICTURE_GAP`) where each picture goes.
 * In `dev` it is that of the file as it is now: an edit shows before Astro has written its store.
 * @param body `data.body` of the article's entry
 * @throws Error if the file was changed after the articles were loaded
 */
export function articleBody({ file, digest }: Pick<BodyData<unknown>, 'file' | 'digest'>): string {
  return import.meta.env.DEV ? currentBody(file, digest) : loadedBody(file, digest);
}

/** The same outside Vite, where there is no `import.meta.env`: always the body that was loaded. */
export function loadedBody(file: string, digest: string): string {
  const kept = keptBody(openedCache(), digest);
  if (kept !== undefined) return kept;
  const source = readSource(file);
  const parsing = source?.digest === digest ? parseAndKeep(source) : undefined;
  if (parsing?.ok !== true) {
    throw new Error(`${file} was changed while the site was being built. Build it again.`);
  }
  return parsing.html;
}

function currentBody(file: string, digest: string): string {
  const source = readSource(file);
  const kept = source && keptBody(openedCache(), source.digest);
  if (kept !== undefined) return kept;
  const parsing = source && parseAndKeep(source);
  // The loader reports what is wrong with an edit; until then, the page shows the last good body.
  return parsing?.ok ? parsing.html : (keptBody(openedCache(), digest) ?? '');
}

interface Source {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly digest: string;
  /** The publication's (BCP 47). */
  readonly language: string;
}

/** `undefined` if the file is gone, perhaps only for a moment: editors replace files. */
function readSource(file: string): Source | undefined {
  const bytes = readIfThere(file);
  if (!bytes) return undefined;
  const { language } = readPublication();
  return { file, bytes, language, digest: articleDigest(bytes, language, parserVersion()) };
}

function readIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function parseAndKeep({ file, bytes, digest, language }: Source): ArticleParsing {
  const parsing = parseArticle(file, bytes, language);
  keepArticle(openedCache(), digest, parsing);
  return parsing;
}

function openedCache(): Cache {
  return (opened ??= openCache());
}
