import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawSocialCards } from '../../../../src/outputs/social-cards/draw-social-cards.ts';
import { DEFAULT_PALETTES } from '../../../../src/publication/palette.ts';
import { temporaryFolder } from '../../content/temporary-folder.ts';

const PATH = 'social/a.png';

/** Builds that share a cache. */
async function builds() {
  const folder = await temporaryFolder({});
  const cache = join(folder, 'cache');
  const draw = async (headline: string): Promise<{ card: Buffer; drawn: number }> => {
    let drawn = 0;
    const text = { headline, publication: 'P', language: 'en', colours: DEFAULT_PALETTES.light };
    await drawSocialCards(folder, [{ ...text, path: PATH }], (_, total) => (drawn = total), cache);
    return { card: readFileSync(join(folder, PATH)), drawn };
  };
  const cached = (): string[] => readdirSync(cache).map((name) => join(cache, name));
  return { draw, cached };
}

test('a card comes from the cache, and one that no article needs is deleted from it', async () => {
  const { draw, cached } = await builds();
  const { card } = await draw('One');
  expect(await draw('One')).toEqual({ card, drawn: 0 });
  const [first] = cached();
  await draw('Two');
  expect(cached()).toHaveLength(1);
  expect(cached()).not.toContain(first);
});

test('a cached card that is damaged is drawn again', async () => {
  const { draw, cached } = await builds();
  const { card } = await draw('One');
  const [file = ''] = cached();
  const damaged = [
    Buffer.alloc(0),
    card.subarray(0, -20),
    card.map((byte, at) => (at === 5000 ? byte ^ 1 : byte)),
    Buffer.concat([card, Buffer.from('x')]),
  ];
  for (const bytes of damaged) {
    writeFileSync(file, bytes);
    expect(await draw('One')).toEqual({ card, drawn: 1 });
  }
});
