import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Plugin } from 'vite';
import { encodePicture } from './image-service.ts';

/** The pictures that Astro puts into a site as they came. */
export interface Originals {
  /** For Vite: notes their names. */
  readonly plugin: Plugin;
  /**
   * Encodes those that are still in the built site anew, without what a camera wrote into them.
   * @throws Error if one cannot be encoded
   */
  readonly clean: (folder: string) => Promise<void>;
}

/**
 * Astro puts each original beside the pages while it makes pictures of it, and removes it in the end,
 * unless a page has read a property of the imported picture. None of ours does; a publisher's page
 * may, for instance with Astro's own `<Image>`.
 */
export function originals(): Originals {
  const files = new Set<string>();
  return {
    plugin: {
      name: 'note-originals',
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
