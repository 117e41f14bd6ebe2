import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Problem } from '../../article/problem.ts';
import type { Cache } from '../../cache/cache.ts';
import { stampOf } from '../../cache/file-stamp.ts';
import { findPicture } from './find-picture.ts';
import { isWholeGif } from './is-complete-gif.ts';
import { readPicture } from './read-picture.ts';

/** The most pixels that a picture may have in all of its frames: the largest cameras in use have 100 million. */
const MAX_PIXELS = 100_000_000;

/**
 * Says what keeps a picture from being shown: not there, not a file of this folder, not a picture
 * that can be decoded. `undefined` when nothing does.
 * @param article the article's file, from the project's folder
 * @param path the picture's, relative to the article's file
 * @param known.cache remembers which pictures have been decoded
 * @param known.version of the software that decoded them
 */
export async function faultOfPicture(
  article: string,
  path: string,
  { cache, version }: { readonly cache: Cache; readonly version: string },
): Promise<Pick<Problem, 'wrong' | 'right'> | undefined> {
  const found = findPicture(article, path);
  if (!found.ok) return { wrong: found.wrong, right: placeBeside };
  const picture = found.file;
  const key = `picture ${version} ${picture} ${stampOf(picture) ?? ''}`;
  if (cache.get(key) !== undefined) return undefined;
  const fault = await faultOfContent(picture);
  if (!fault) cache.set(key, '');
  return fault && isGitLfsPointer(picture) ? notFetched(picture) : fault;
}

async function faultOfContent(
  picture: string,
): Promise<Pick<Problem, 'wrong' | 'right'> | undefined> {
  try {
    const { format, width, height, frames } = await readPicture(picture);
    if (!FORMATS.has(format)) {
      return {
        wrong: `The picture ${picture} is ${format.toUpperCase()} inside, whatever its name says.`,
        right: saveAnew,
      };
    }
    if (width * height * frames > MAX_PIXELS) {
      const size = `${width} × ${height} pixels`;
      const has = frames === 1 ? `${size}, more` : `${frames} frames of ${size}, in all more`;
      return {
        wrong: `The picture ${picture} has ${has} than ${MAX_PIXELS / 1e6} million.`,
        right: 'Make it smaller: 2,400 pixels across are enough for every screen.',
      };
    }
    if (format === 'gif' && !isWholeGif(await readFile(picture))) {
      return { wrong: `The picture ${picture} breaks off before its end.`, right: saveAnew };
    }
    // Decodes all of the picture: a file that breaks off in the middle begins like a good one. To
    // shrink it to nothing takes every pixel of it, in a tenth of the time and memory of the pixels.
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
      right: saveAnew,
    };
  }
}

/**
 * Whether a file is what Git keeps in place of a picture that Git LFS has not fetched. It has less
 * than 1,024 bytes (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md).
 */
function isGitLfsPointer(file: string): boolean {
  try {
    if (statSync(file).size >= 1024) return false;
    return readFileSync(file, 'utf8').startsWith('version https://git-lfs.github.com/spec/');
  } catch {
    return false;
  }
}

/** As `readPicture` names them. */
const FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'av1', 'gif']);

function notFetched(picture: string): Pick<Problem, 'wrong' | 'right'> {
  return {
    wrong: `The picture ${picture} is a Git LFS pointer: the picture itself has not been fetched.`,
    right: 'Run: git lfs pull',
  };
}

const saveAnew = 'Open it in a picture editor and save it anew as JPEG, PNG, WebP, AVIF or GIF.';
const placeBeside = 'Put the picture there, or correct the path. Capital and small letters count.';
