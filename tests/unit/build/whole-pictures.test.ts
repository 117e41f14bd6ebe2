import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withWholePictures } from '../../../src/build/whole-pictures.ts';
import { temporaryFolder } from '../content/temporary-folder.ts';

const PICTURES = ['assets/a.webp', 'social/b.png'];

async function makePictures(cache: string): Promise<void> {
  for (const picture of PICTURES) {
    await mkdir(join(cache, picture, '..'), { recursive: true });
    await writeFile(join(cache, picture), 'pixels');
  }
}

function picturesOf(cache: string): string[] {
  return PICTURES.filter((picture) => existsSync(join(cache, picture)));
}

test('pictures that were made are there the next time', async () => {
  const cache = join(await temporaryFolder(), 'cache');
  await withWholePictures(cache, () => makePictures(cache));
  await withWholePictures(cache, async () => {
    expect(picturesOf(cache)).toEqual(PICTURES);
    await Promise.resolve();
  });
});

test('pictures that may be half made, because the work did not come to its end, are made anew', async () => {
  const cache = join(await temporaryFolder(), 'cache');
  const full = async (): Promise<void> => {
    await makePictures(cache);
    throw new Error('The disk is full.');
  };
  await expect(withWholePictures(cache, full)).rejects.toThrow('The disk is full.');
  await withWholePictures(cache, async () => {
    expect(picturesOf(cache)).toEqual([]);
    await Promise.resolve();
  });
});
