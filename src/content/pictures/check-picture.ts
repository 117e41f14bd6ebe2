import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Fault } from '../../article/problem.ts';
import type { Cache } from '../../cache/cache.ts';
import { stampOf } from '../../cache/file-stamp.ts';
import { findPicture } from './find-picture.ts';
import { isCompleteGif } from './is-complete-gif.ts';
import { readPicture } from './read-picture.ts';

/** The largest common cameras have 100 million pixels. Animations count with all frames. */
const MAX_PIXELS = 100_000_000;

/**
 * Returns what is wrong with a picture; `undefined` if it can be published. Decodes the picture,
 * unless the cache has a record that it is valid.
 * @param article the article's file, relative to the project
 * @param path relative to the article's file
 * @param options.version see `parserVersion`
 */
export async function checkPicture(
  article: string,
  path: string,
  { cache, version }: { readonly cache: Cache; readonly version: string },
): Promise<Fault | undefined> {
  const found = findPicture(article, path);
  if (!found.ok) return found.fault;
  const picture = found.file;
  const key = `picture ${version} ${picture} ${stampOf(picture) ?? ''}`;
  if (cache.get(key) !== undefined) return undefined;
  const fault = await checkContent(picture);
  if (!fault) cache.set(key, '');
  return fault && isGitLfsPointer(picture) ? notFetched(picture) : fault;
}

async function checkContent(picture: string): Promise<Fault | undefined> {
  try {
    const { format, width, height, frames } = await readPicture(picture);
    if (!FORMATS.has(format)) {
      return {
        wrong: `The picture ${picture} is in ${format.toUpperCase()} format, despite its name.`,
        right: SAVE_AGAIN,
      };
    }
    if (width * height * frames > MAX_PIXELS) {
      const size = `${width} × ${height} pixels`;
      const limit = `${MAX_PIXELS / 1e6} million`;
      return {
        wrong:
          frames === 1
            ? `The picture ${picture} has ${size}. The limit is ${limit}.`
            : `The picture ${picture} has ${frames} frames of ${size}. The limit for all frames together is ${limit}.`,
        right: 'Make it smaller. A width of 2,400 pixels is enough for every screen.',
      };
    }
    if (format === 'gif' && !isCompleteGif(await readFile(picture))) {
      return { wrong: `The picture ${picture} is incomplete.`, right: SAVE_AGAIN };
    }
    // Decodes the whole picture, because truncated files have a valid header. Resizing reads every
    // pixel, and takes a tenth of the time and memory of returning them.
    await sharp(picture, {
      animated: frames > 1,
      failOn: 'truncated',
      limitInputPixels: MAX_PIXELS,
    })
      .resize(8, 8, { fit: 'fill' })
      .raw()
      .toBuffer();
    return undefined;
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    return {
      wrong: `The picture ${picture} cannot be decoded: ${detail.replaceAll(/\.$/g, '')}.`,
      right: SAVE_AGAIN,
    };
  }
}

/**
 * Whether a file is a Git LFS pointer, which Git writes when Git LFS has not fetched the file.
 * Pointers have less than 1,024 bytes (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md).
 */
export function isGitLfsPointer(file: string): boolean {
  try {
    if (statSync(file).size >= 1024) return false;
    return readFileSync(file, 'utf8').startsWith('version https://git-lfs.github.com/spec/');
  } catch {
    return false;
  }
}

/** See `PictureHeader`. */
const FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'av1', 'gif']);

function notFetched(picture: string): Fault {
  return {
    wrong: `The picture ${picture} is a Git LFS pointer. Git LFS has not fetched the picture.`,
    right: 'Run: git lfs pull',
  };
}

const SAVE_AGAIN = 'Open it in an image editor, and save it as JPEG, PNG, WebP, AVIF or GIF.';
