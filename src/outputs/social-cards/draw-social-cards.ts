import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import type { SitePath } from '../../article/address.ts';
import { directionOf } from '../../article/language.ts';
import { digestOf } from '../../cache/digest.ts';
import { openFileCache } from '../../cache/file-cache.ts';
import { SOCIAL_CARD_SIZE } from './social-card.ts';

/** A social card image with text only. */
export interface SocialCard {
  readonly path: SitePath;
  readonly headline: string;
  /** The publication's name. Empty on its own card, where it is the headline. */
  readonly publication: string;
  /** BCP 47. */
  readonly language: string;
}

type CardText = Omit<SocialCard, 'path'>;

const CACHE = '.astro/cache/social';
const FONTS_FOLDER = '.astro/cache/fonts';

/** Large enough to keep all processors busy. */
const BATCH_SIZE = 4 * availableParallelism();

/**
 * Draws social card images into a built site: the publication's name, and the headline below it.
 * Cards that were drawn before come from the cache.
 * @param folder the built site
 * @param onProgress receives the number of cards drawn and to draw, without those in the cache
 */
export async function drawSocialCards(
  folder: string,
  cards: readonly SocialCard[],
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const cache = openFileCache(CACHE);
  await useOwnFonts();
  const version = designVersion();
  const keyed = cards.map(({ path, ...text }) => ({
    path,
    text,
    key: `${digestOf(version, JSON.stringify(text))}.png`,
  }));
  const missing = keyed.filter(({ key }) => !cache.has(key));
  let drawn = 0;
  for (let start = 0; start < keyed.length; start += BATCH_SIZE) {
    const batch = keyed.slice(start, start + BATCH_SIZE);
    await Promise.all(
      batch.map(async ({ path, text, key }) => {
        const image = await cache.get(key, async (file) => {
          onProgress(drawn++, missing.length);
          await writeFile(file, await drawCard(text));
        });
        const target = join(folder, path);
        mkdirSync(dirname(target), { recursive: true });
        copyFileSync(image, target);
      }),
    );
  }
  if (missing.length > 0) onProgress(missing.length, missing.length);
  cache.prune();
}

const { width: WIDTH, height: HEIGHT } = SOCIAL_CARD_SIZE;
const MARGIN = 80;
const HEADLINE_TOP = 190;
/** The colours of the light theme. */
const PAPER = '#fdfcf8';
const INK = '#1f1c17';
const ACCENT = '#8a1c1c';

/** In pixels. A headline gets the largest size that fits. */
const HEADLINE_SIZES = [80, 68, 58, 50, 42, 36, 30];

async function drawCard({ headline, publication, language }: CardText): Promise<Buffer> {
  const isRtl = directionOf(language) === 'rtl';
  const leftOf = (width: number): number => (isRtl ? WIDTH - MARGIN - width : MARGIN);
  const name = publication === '' ? [] : [await renderText(publication, 34, ACCENT, language)];
  const text = await fitHeadline(headline, language);
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: PAPER } })
    .composite([
      { input: bar(WIDTH, 16), left: 0, top: 0 },
      ...name.map((text) => ({ ...toInput(text), left: leftOf(text.info.width), top: 88 })),
      { ...toInput(text), left: leftOf(text.info.width), top: HEADLINE_TOP },
    ])
    .png({ palette: true, colours: 32 })
    .toBuffer();
}

function bar(width: number, height: number) {
  return { create: { width, height, channels: 3, background: ACCENT } } as const;
}

async function fitHeadline(headline: string, language: string) {
  const space = HEIGHT - HEADLINE_TOP - MARGIN / 2;
  let text = await renderText(headline, HEADLINE_SIZES[0] ?? 0, INK, language);
  for (const size of HEADLINE_SIZES.slice(1)) {
    if (text.info.height <= space) return text;
    text = await renderText(headline, size, INK, language);
  }
  if (text.info.height <= space) return text;
  // Cut off headlines of many hundred characters.
  const { width } = text.info;
  return toPixels(toSharp(text).extract({ left: 0, top: 0, width, height: space }));
}

/** Renders text with Pango, which shapes every writing system of the fonts below. */
async function renderText(text: string, size: number, colour: string, language: string) {
  const markup = `<span foreground="${colour}" lang="${language}">${escapeMarkup(text)}</span>`;
  const options = { width: WIDTH - 2 * MARGIN, rgba: true, dpi: 72, wrap: 'word-char' } as const;
  const font = `${FAMILIES} Bold ${size}`;
  const pixels = await toPixels(sharp({ text: { text: markup, font, ...options } }));
  if (pixels.info.width <= WIDTH - MARGIN) return pixels;
  // A line that Pango could not break is too wide.
  return toPixels(toSharp(pixels).resize({ width: WIDTH - 2 * MARGIN }));
}

type Pixels = Awaited<ReturnType<typeof toPixels>>;

/** Returns raw pixels, because encoding and decoding them takes longer than rendering text. */
function toPixels(picture: Sharp) {
  return picture.raw().toBuffer({ resolveWithObject: true });
}

function toInput({ data, info: { width, height, channels } }: Pixels) {
  return { input: data, raw: { width, height, channels } };
}

function toSharp(pixels: Pixels): Sharp {
  const { input, raw } = toInput(pixels);
  return sharp(input, { raw });
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Each family is the fallback of the one before it. */
const FAMILIES = 'Noto Serif,Noto Naskh Arabic,Noto Sans Devanagari,Noto Sans SC';

const FONT_FILES = [
  '@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf',
  '@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
  '@expo-google-fonts/noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
];

/** Returns a digest of everything that a card depends on besides its text: code, fonts, libraries. */
function designVersion(): string {
  return digestOf(
    // Without the files' paths, so that a copy of the project can use the same cache.
    ...[...fontFiles(), fileURLToPath(import.meta.url)].map((file) => readFileSync(file)),
    JSON.stringify(sharp.versions),
  );
}

function fontFiles(): string[] {
  const { resolve: find } = createRequire(import.meta.url);
  return FONT_FILES.map((file) => find(file));
}

/** Limits fontconfig to the fonts of our packages, so that cards are the same on every machine. */
async function useOwnFonts(): Promise<void> {
  const folders = fontFiles().map((file) => `<dir>${escapeMarkup(dirname(file))}</dir>`);
  const cache = `<cachedir>${escapeMarkup(resolve(FONTS_FOLDER, 'cache'))}</cachedir>`;
  const settings = resolve(FONTS_FOLDER, 'fonts.conf');
  await mkdir(FONTS_FOLDER, { recursive: true });
  await writeFile(settings, `<fontconfig>${folders.join('')}${cache}</fontconfig>`);
  process.env.FONTCONFIG_FILE = settings;
}
