import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useOwnFonts } from '../../../../src/outputs/social-cards/card-fonts.ts';
import { drawCard } from '../../../../src/outputs/social-cards/draw-card.ts';
import { DEFAULT_PALETTES } from '../../../../src/publication/palette.ts';
import { HEADLINES } from './headlines.ts';

const colours = DEFAULT_PALETTES.light;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-fonts-'));
  await useOwnFonts(folder);
});

afterAll(() => rm(folder, { recursive: true }));

/** The box around the dark pixels below the rule, in pixels of the card. */
async function boxOfHeadline(card: Buffer) {
  const top = 140;
  const { data, info } = await sharp(card)
    .extract({ left: 0, top, width: 1200, height: 630 - top })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const dark = [...data.keys()].filter((index) => (data[index] ?? 255) < 128);
  const columns = dark.map((index) => index % info.width);
  const rows = dark.map((index) => top + Math.floor(index / info.width));
  const range = (numbers: number[]) => ({
    from: numbers.reduce((a, b) => Math.min(a, b), Infinity),
    to: numbers.reduce((a, b) => Math.max(a, b), -Infinity),
  });
  return { x: range(columns), y: range(rows) };
}

const cards = [
  ...Object.entries(HEADLINES),
  ['en', 'Harbour wall falls'],
  ['en', `${HEADLINES.en}, and promise the fishermen ${'a new quay, '.repeat(10)}and a hall`],
  ['de', 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel'],
] as const;

test.each(cards)(
  'in %s, the headline stands in the middle of the card: %s',
  async (language, headline) => {
    const { x, y } = await boxOfHeadline(
      await drawCard({ headline, publication: 'P', language, colours }),
    );
    expect(x.from).toBeGreaterThanOrEqual(70);
    expect(x.to).toBeLessThanOrEqual(1200 - 70);
    // Most of the width is used, and the space above is about that below.
    expect(x.to - x.from).toBeGreaterThan(600);
    expect(Math.abs(y.from - 131 - (630 - y.to))).toBeLessThan(80);
  },
);

test('a headline begins at the side where its writing system does', async () => {
  const draw = (language: 'en' | 'he') =>
    drawCard({ headline: HEADLINES[language], publication: 'P', language, colours });
  expect((await boxOfHeadline(await draw('en'))).x.from).toBeLessThan(72 + 10);
  expect((await boxOfHeadline(await draw('he'))).x.to).toBeGreaterThan(1200 - 72 - 10);
});

test('an ideograph has the form of its language', async () => {
  // U+9AA8 has another form in each of them.
  const languages = ['zh', 'zh-Hant', 'ja'];
  const drawn = await Promise.all(
    languages.map((language) => drawCard({ headline: '骨', publication: '', language, colours })),
  );
  expect(new Set(drawn.map((card) => card.toString('base64'))).size).toBe(languages.length);
});

test.each(['x'.repeat(3000), '﷽'.repeat(500), 'word '.repeat(5000), '字'.repeat(2000)])(
  'a headline that no card can hold gives a card: %#',
  async (headline) => {
    const card = await drawCard({ headline, publication: headline, language: 'en', colours });
    expect(await sharp(card).metadata()).toMatchObject({ width: 1200, height: 630 });
  },
);

test('a card has the colours of the publication', async () => {
  const chosen = { paper: '#fff000', ink: '#00ff00', accent: '#0000ff' } as const;
  const card = await drawCard({ headline: 'I', publication: 'P', language: 'en', colours: chosen });
  const { data } = await sharp(card).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colourAt = (x: number, y: number) =>
    `#${data.subarray(3 * (y * 1200 + x), 3 * (y * 1200 + x) + 3).toString('hex')}`;
  expect(colourAt(600, 8)).toBe(chosen.accent);
  expect(colourAt(600, 600)).toBe(chosen.paper);
  expect(colourAt(600, 125)).toBe(chosen.ink);
});
