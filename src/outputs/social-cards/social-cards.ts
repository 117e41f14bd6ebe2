import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { SitePath } from '../../article/address.ts';
import { directionOf } from '../../article/language.ts';
import { SOCIAL_PICTURE_SIZE } from './social-card.ts';

/** A picture to be set from words. */
export interface SocialPicture {
  readonly path: SitePath;
  readonly headline: string;
  readonly publication: string;
  readonly language: string;
}

/** Pictures of cards, by their paths in the site: for each, a digest of what is on it. */
export type DrawnPictures = Readonly<Record<string, string>>;

/** Drawn pictures, by what is on them; and what drawing needs. */
const CACHE = '.astro/cache/social';

/**
 * Draws the pictures that cards show of what has no picture of its own: the headline under the
 * publication's name. Pango shapes and orders the text, so that every script of the fonts below is
 * right. What was drawn once is taken from the cache.
 * @param folder of the built site
 * @param options.takeOver puts a picture there that the last build had, and tells whether it could
 * @param options.onProgress is told how many of those to be drawn are done
 */
export async function drawSocialPictures(
  folder: string,
  pictures: readonly SocialPicture[],
  {
    takeOver,
    onProgress,
  }: {
    readonly takeOver: (path: SitePath, shows: string) => boolean;
    readonly onProgress: (done: number, total: number) => void;
  },
): Promise<DrawnPictures> {
  await mkdir(CACHE, { recursive: true });
  await useOwnFonts();
  const there: Record<string, string> = {};
  const copies: (readonly [from: string, to: string])[] = [];
  const missing = new Map<string, Words>();
  for (const { path, ...words } of pictures) {
    const key = createHash('sha256')
      .update(JSON.stringify([DESIGN, words]))
      .digest('hex');
    there[path] = key;
    if (takeOver(path, key)) continue;
    const drawn = join(CACHE, `${key}.png`);
    copies.push([drawn, join(folder, path)]);
    if (!existsSync(drawn)) missing.set(drawn, words);
  }
  await drawAll([...missing], onProgress);
  // Without waiting: for thousands of small files, to copy is quicker than to wait.
  for (const [from, to] of copies) {
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
  return there;
}

/** What is on a picture. */
type Words = Omit<SocialPicture, 'path'>;

/** So many at a time keep every processor at work. */
const AT_ONCE = 4 * availableParallelism();

async function drawAll(
  missing: readonly (readonly [file: string, words: Words])[],
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  if (missing.length === 0) return;
  for (let done = 0; done < missing.length; done += AT_ONCE) {
    onProgress(done, missing.length);
    const some = missing.slice(done, done + AT_ONCE);
    await Promise.all(some.map(async ([file, words]) => writeFile(file, await draw(words))));
  }
  onProgress(missing.length, missing.length);
}

/** To be counted up when pictures are to look otherwise. */
const DESIGN = 1;

const { width: WIDTH, height: HEIGHT } = SOCIAL_PICTURE_SIZE;
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

/** Shows fontconfig the fonts of the packages and no others: a picture is the same on every machine. */
async function useOwnFonts(): Promise<void> {
  const { resolve: find } = createRequire(import.meta.url);
  const folders = FONT_FILES.map((file) => `<dir>${escapeMarkup(dirname(find(file)))}</dir>`);
  const file = resolve(CACHE, 'fonts.conf');
  const cache = `<cachedir>${escapeMarkup(resolve(CACHE, 'fontconfig'))}</cachedir>`;
  await writeFile(file, `<fontconfig>${folders.join('')}${cache}</fontconfig>`);
  process.env.FONTCONFIG_FILE = file;
}
