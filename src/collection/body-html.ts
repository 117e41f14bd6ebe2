import { readFileSync } from 'node:fs';
import { readPublication } from '../publication.ts';
import { articleDigest, keepArticle, keptBody } from './article-cache.ts';
import { openCache, type Cache } from './cache.ts';
import { handedOver } from './handed-over.ts';
import { parseArticle } from './parse-article.ts';
import { parserVersion } from './software-version.ts';

let opened: Cache | undefined;

/**
 * The body of an article as HTML, when its page is rendered. While developing, it is that of the
 * file as it stands now: an edit shows without waiting for Astro to write its store.
 * @param file the article's
 * @param digest of what Astro's store holds of the article
 * @throws Error if the article is no longer what it was when the build began
 */
export function bodyHtml(file: string, digest: string): string {
  const cache = (opened ??= openCache());
  const known = keptBody(cache, digest);
  const building = handedOver() !== undefined;
  if (building && known !== undefined) return known;
  const bytes = readFileSync(file);
  const { language } = readPublication();
  const now = articleDigest(bytes, language, parserVersion());
  if (building && now !== digest) {
    throw new Error(`${file} was changed while the site was being built. Build it again.`);
  }
  const kept = keptBody(cache, now);
  if (kept !== undefined) return kept;
  const parsing = parseArticle(file, bytes, language);
  // An edit that went wrong is told by the loader; the page shows what it showed before.
  if (!parsing.ok) return known ?? '';
  keepArticle(cache, now, parsing);
  return parsing.html;
}
