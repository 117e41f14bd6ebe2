import { readFileSync } from 'node:fs';
import { readPublication } from '../publication.ts';
import { articleDigest, bodyOf } from './article-cache.ts';
import { openCache, type Cache } from './cache.ts';
import { handedOver } from './handed-over.ts';
import { parserVersion } from './software-version.ts';

let opened: Cache | undefined;

/**
 * The body of an article as HTML, when its page is rendered. While developing, it is that of the
 * file as it stands now: an edit shows without waiting for Astro to write its store.
 * @param digest of what Astro's store holds of the article
 * @throws Error if the article is no longer what it was when the build began
 */
export function bodyHtml(file: string, digest: string): string {
  opened ??= openCache();
  const building = handedOver() !== undefined;
  if (building) {
    const kept = opened.get(`body ${digest}`);
    if (kept !== undefined) return kept;
  }
  const bytes = readFileSync(file);
  const { language } = readPublication();
  const now = articleDigest(bytes, language, parserVersion());
  const html = bodyOf(opened, now, bytes, language);
  if (!building) return html ?? bodyBefore(opened, digest);
  if (now !== digest || html === undefined) {
    throw new Error(`${file} was changed while the site was being built. Build it again.`);
  }
  return html;
}

function bodyBefore(cache: Cache, digest: string): string {
  return cache.get(`body ${digest}`) ?? '';
}
