import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { create, type Font } from 'fontkitten';
import { memoize } from '../../i18n/memoize.ts';

const { resolve: find } = createRequire(import.meta.url);

/** The fonts of social cards. The last four have the same characters, each in another form. */
const FONTS = [
  ['Noto Serif', '@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf'],
  ['Noto Naskh Arabic', '@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf'],
  ['Noto Sans Hebrew', '@expo-google-fonts/noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf'],
  [
    'Noto Sans Devanagari',
    '@expo-google-fonts/noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold.ttf',
  ],
  ['Noto Sans Thai', '@expo-google-fonts/noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf'],
  ['Noto Sans SC', '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'],
  ['Noto Sans TC', '@expo-google-fonts/noto-sans-tc/700Bold/NotoSansTC_700Bold.ttf'],
  ['Noto Sans JP', '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'],
  ['Noto Sans KR', '@expo-google-fonts/noto-sans-kr/700Bold/NotoSansKR_700Bold.ttf'],
] as const;

/** The font that comes before the others in a writing system (ISO 15924). */
const FIRST: Readonly<Record<string, string>> = {
  Hant: 'Noto Sans TC',
  Jpan: 'Noto Sans JP',
  Kore: 'Noto Sans KR',
};

/**
 * Returns the families for Pango, each the fallback of the one before it.
 * @param language BCP 47. Languages write the same ideographs in different forms
 */
export function fontFamilies(language: string): string {
  const families = FONTS.map(([family]) => family);
  const { script = '' } = new Intl.Locale(language).maximize();
  const first = FIRST[script];
  // After Noto Serif, which has the Latin letters.
  return [families[0], ...(first === undefined ? [] : [first]), ...families.slice(1)].join(',');
}

/** The paths of the font files. */
export const fontFiles: readonly string[] = FONTS.map(([, file]) => find(file));

/** Spaces, joiners, marks of direction and the like, which need no glyph. */
const INVISIBLE = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;

/** Characters that are in one of the fonts, as far as texts had them. */
const drawable = new Set<string>();

/** Returns the characters of a text that no font has. */
export async function missingCharacters(text: string): Promise<string[]> {
  const unknown = [...new Set(text)].filter((character) => !drawable.has(character));
  const missing: string[] = [];
  for (const character of unknown) {
    if (await hasGlyph(character)) drawable.add(character);
    else missing.push(character);
  }
  return missing;
}

async function hasGlyph(character: string): Promise<boolean> {
  if (INVISIBLE.test(character)) return true;
  for (const file of fontFiles) {
    const font = await readFont(file);
    if (font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return true;
  }
  return false;
}

const readFont = memoize(async (file: string): Promise<Font> => {
  const font = create(await readFile(file));
  if (font.isCollection) throw new Error(`${file} has more than one font.`);
  return font;
});

/**
 * Limits fontconfig to the fonts of our packages, so that cards are the same on every machine.
 * @param folder for fontconfig's settings and cache
 */
export async function useOwnFonts(folder: string): Promise<void> {
  const folders = fontFiles.map((file) => `<dir>${escapeMarkup(dirname(file))}</dir>`);
  const cache = `<cachedir>${escapeMarkup(resolve(folder, 'cache'))}</cachedir>`;
  const settings = resolve(folder, 'fonts.conf');
  await mkdir(folder, { recursive: true });
  await writeFile(settings, `<fontconfig>${folders.join('')}${cache}</fontconfig>`);
  process.env.FONTCONFIG_FILE = settings;
}

/** Escapes text for XML and for Pango's markup. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
