import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Plugin } from 'vite';
import { encodePicture } from './image-service.ts';

export interface OriginalsCleaner {
  /** A Vite plugin that records the original pictures in the bundle. */
  readonly plugin: Plugin;
  /**
   * Re-encodes the originals that are still in the built site, to remove their metadata.
   * @param folder the built site
   * @throws Error if a picture cannot be encoded
   */
  readonly clean: (folder: string) => Promise<void>;
}

/**
 * Removes private metadata from original pictures in a built site. Astro adds the originals during a
 * build and deletes them at its end, except those that code has read a property of. Our pages don't,
 * but pages that a publisher adds may, for example with Astro's `<Image>`.
 */
export function originalsCleaner(): OriginalsCleaner {
  const files = new Set<string>();
  return {
    plugin: {
      name: 'record-originals',
      generateBundle: (_options, bundle) => {
        for (const file of Object.keys(bundle)) if (PICTURE.test(file)) files.add(file);
      },
    },
    clean: async (folder) => {
      for (const file of files) {
        const path = join(folder, file);
        if (!existsSync(path)) continue;
        const format = extname(file).slice(1).toLowerCase();
        await writeFile(path, await encodePicture(await readFile(path), { src: file, format }));
      }
    },
  };
}

const PICTURE = /\.(?:jpe?g|png|webp|avif|gif)$/i;
