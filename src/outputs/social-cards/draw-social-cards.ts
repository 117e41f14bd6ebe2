import { copyFileSync, mkdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import type { SitePath } from '../../article/address.ts';
import { directionOf } from '../../article/language.ts';
import { digestOf, digestOfFiles } from '../../cache/digest.ts';
import { openFileCache } from '../../cache/file-cache.ts';
import { SOCIAL_CARD_SIZE } from './social-card.ts';

/** A social card image, which is set from words. */
export interface SocialCard {
  readonly path: SitePath;
  readonly headline: string;
  /** Empty on the publication's own card. */
  readonly publication: string;
  /** BCP 47. */
  readonly language: string;
}

/** What is on a card. */
type Words = Omit<SocialCard, 'path'>;

const CACHE = '.astro/cache/social';
const FONTS_FOLDER = '.astro/cache/fonts';

/** So many at a time keep every processor busy. */
const AT_ONCE = 4 * availableParallelism();

/**
 * Draws the social card images of pages that have no picture of their own: the headline under the
 * publication's name. Pango shapes and orders the text, for every writing system of the fonts below.
 * Cards that were drawn before come from the cache.
 * @param folder of the built site
 * @param onProgress gets how many of the cards that have to be drawn are done
 */
export async function drawSocialCards(
  folder: string,
  cards: readonly SocialCard[],
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const cache = openFileCache(CACHE);
  await useOwnFonts();
  const version = designVersion();
  const keyed = cards.map(({ path, ...words }) => ({
    path,
    words,
    key: `${digestOf(version, JSON.stringify(words))}.png`,
  }));
  const missing = keyed.filter(({ key }) => !cache.has(key));
  let drawn = 0;
  for (let start = 0; start < keyed.length; start += AT_ONCE) {
    const some = keyed.slice(start, start + AT_ONCE);
    await Promise.all(
      some.map(async ({ path, words, key }) => {
        const image = await cache.get(key, async (file) => {
          onProgress(drawn++, missing.length);
          await writeFile(file, await draw(words));
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
/** The light theme's colours: a card has no theme. */
const PAPER = '#fdfcf8';
const INK = '#1f1c17';
const ACCENT = '#8a1c1c';

/** In pixels: the largest at which a headline fits is its size. */
const HEADLINE_SIZES = [80, 68, 58, 50, 42, 36, 30];

async function draw(words: Words): Promise<Buffer> {
  const { headline, publication, language } = words;
  const toRight = directionOf(language) === 'rtl';
  const at = (width: number): number => (toRight ? WIDTH - MARGIN - width : MARGIN);
  // The publication's own picture says its name once, as the headline.
  const name = publication === '' ? [] : [await setText(publication, 34, ACCENT, language)];
  const text = await fitHeadline(headline, language);
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: PAPER } })
    .composite([
      { input: bar(WIDTH, 16), left: 0, top: 0 },
      ...name.map((text) => ({ ...asInput(text), left: at(text.info.width), top: 88 })),
      { ...asInput(text), left: at(text.info.width), top: HEADLINE_TOP },
    ])
    .png({ palette: true, colours: 32 })
    .toBuffer();
}

function bar(width: number, height: number) {
  return { create: { width, height, channels: 3, background: ACCENT } } as const;
}

async function fitHeadline(headline: string, language: string) {
  const space = HEIGHT - HEADLINE_TOP - MARGIN / 2;
  let text = await setText(headline, HEADLINE_SIZES[0] ?? 0, INK, language);
  for (const size of HEADLINE_SIZES.slice(1)) {
    if (text.info.height <= space) return text;
    text = await setText(headline, size, INK, language);
  }
  // A headline of many hundred characters: what does not fit is on the page.
  if (text.info.height <= space) return text;
  const { width } = text.info;
  return pixelsOf(opened(text).extract({ left: 0, top: 0, width, height: space }));
}

async function setText(text: string, size: number, colour: string, language: string) {
  const markup = `<span foreground="${colour}" lang="${language}">${escapeMarkup(text)}</span>`;
  const options = { width: WIDTH - 2 * MARGIN, rgba: true, dpi: 72, wrap: 'word-char' } as const;
  const font = `${FAMILIES} Bold ${size}`;
  const set = await pixelsOf(sharp({ text: { text: markup, font, ...options } }));
  if (set.info.width <= WIDTH - MARGIN) return set;
  // Pango lets a line without a place to break stand out.
  return pixelsOf(opened(set).resize({ width: WIDTH - 2 * MARGIN }));
}

type Pixels = Awaited<ReturnType<typeof pixelsOf>>;

/** As they are: to pack them, only to unpack them again, takes longer than to set a text. */
function pixelsOf(picture: Sharp) {
  return picture.raw().toBuffer({ resolveWithObject: true });
}

function asInput({ data, info: { width, height, channels } }: Pixels) {
  return { input: data, raw: { width, height, channels } };
}

function opened(pixels: Pixels): Sharp {
  const { input, raw } = asInput(pixels);
  return sharp(input, { raw });
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** In this order, each for the characters that those before it lack. */
const FAMILIES = 'Noto Serif,Noto Naskh Arabic,Noto Sans Devanagari,Noto Sans SC';

const FONT_FILES = [
  '@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf',
  '@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
  '@expo-google-fonts/noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
];

/** Everything that decides what a card looks like, beside its words: code, fonts and libraries. */
function designVersion(): string {
  return digestOf(
    digestOfFiles([...fontFiles(), fileURLToPath(import.meta.url)]),
    JSON.stringify(sharp.versions),
  );
}

function fontFiles(): string[] {
  const { resolve: find } = createRequire(import.meta.url);
  return FONT_FILES.map((file) => find(file));
}

/** Shows fontconfig the fonts of the packages only, so that a card is the same on every machine. */
async function useOwnFonts(): Promise<void> {
  const folders = fontFiles().map((file) => `<dir>${escapeMarkup(dirname(file))}</dir>`);
  const cache = `<cachedir>${escapeMarkup(resolve(FONTS_FOLDER, 'cache'))}</cachedir>`;
  const settings = resolve(FONTS_FOLDER, 'fonts.conf');
  await mkdir(FONTS_FOLDER, { recursive: true });
  await writeFile(settings, `<fontconfig>${folders.join('')}${cache}</fontconfig>`);
  process.env.FONTCONFIG_FILE = settings;
}
