import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { SitePath } from '../../article/address.ts';
import { digestOf } from '../../cache/digest.ts';
import { openFileCache } from '../../cache/file-cache.ts';
import { fontFiles, useOwnFonts } from './card-fonts.ts';
import { drawCard, type CardText } from './draw-card.ts';
import { isWholePng } from './is-whole-png.ts';

/** A social card image, and where it goes. */
export interface SocialCard extends CardText {
  readonly path: SitePath;
}

const CACHE = '.astro/cache/social';
const FONTS_FOLDER = '.astro/cache/fonts';

/** Large enough to keep all processors busy. */
const BATCH_SIZE = 4 * availableParallelism();

/**
 * Draws social card images into a built site. Cards that were drawn before come from the cache.
 * @param folder the built site
 * @param onProgress receives the number of cards drawn and to draw, without those in the cache
 * @param cacheFolder relative to the project
 */
export async function drawSocialCards(
  folder: string,
  cards: readonly SocialCard[],
  onProgress: (done: number, total: number) => void,
  cacheFolder = CACHE,
): Promise<void> {
  if (cards.length === 0) return;
  const cache = openFileCache(cacheFolder, (file) => isWholePng(readFileSync(file)));
  await useOwnFonts(FONTS_FOLDER);
  const version = designVersion();
  // Cards with the same text are drawn once.
  const drawings = new Map<string, { readonly text: CardText; readonly paths: SitePath[] }>();
  for (const { path, ...text } of cards) {
    const key = `${digestOf(version, JSON.stringify(text))}.png`;
    const drawing = drawings.get(key) ?? { text, paths: [] };
    drawing.paths.push(path);
    drawings.set(key, drawing);
  }
  const keyed = [...drawings];
  const missing = keyed.filter(([key]) => !cache.has(key));
  let drawn = 0;
  for (let start = 0; start < keyed.length; start += BATCH_SIZE) {
    const batch = keyed.slice(start, start + BATCH_SIZE);
    await Promise.all(
      batch.map(async ([key, { text, paths }]) => {
        const image = await cache.get(key, async (file) => {
          onProgress(drawn++, missing.length);
          await writeFile(file, await drawCard(text));
        });
        for (const path of paths) {
          const target = join(folder, path);
          mkdirSync(dirname(target), { recursive: true });
          copyFileSync(image, target);
        }
      }),
    );
  }
  if (missing.length > 0) onProgress(missing.length, missing.length);
  cache.prune();
}

/** Returns a digest of everything that a card depends on besides its text: code, fonts, libraries. */
function designVersion(): string {
  const code = [
    ...['card-fonts.ts', 'draw-card.ts', 'social-card.ts'],
    '../../article/language.ts',
  ].map((file) => fileURLToPath(new URL(file, import.meta.url)));
  return digestOf(
    // Without the files' paths, so that a copy of the project can use the same cache.
    ...[...fontFiles, ...code].map((file) => readFileSync(file)),
    JSON.stringify(sharp.versions),
  );
}
