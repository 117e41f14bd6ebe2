import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Does something that keeps the pictures it makes in the cache, and takes what it finds there for
 * whole: Astro, and what draws cards, write them in place, so that a killed process or a full disk
 * leaves half of one. After work that did not come to its end, all are made anew.
 * @param cache the folder, which need not exist
 */
export async function withWholePictures(cache: string, work: () => Promise<void>): Promise<void> {
  const mark = join(cache, 'pictures-unfinished');
  if (existsSync(mark)) {
    for (const folder of PICTURE_FOLDERS) {
      await rm(join(cache, folder), { recursive: true, force: true });
    }
  }
  await mkdir(dirname(mark), { recursive: true });
  await writeFile(mark, '');
  await work();
  await rm(mark, { force: true });
}

/** Of Astro's pictures in all sizes, and of drawn cards. */
const PICTURE_FOLDERS = ['assets', 'social'];
