import type { ImageMetadata } from 'astro';
import { stampOf } from '../cache/file-stamp.ts';
import { assertPictureExists } from '../content/pictures/assert-picture-exists.ts';
import { readPicture, type PictureHeader } from '../content/pictures/read-picture.ts';

export interface ArticlePicture {
  /**
   * For `getImage` only. Don't read its properties: that makes Astro publish the original file, and its
   * width and height ignore the EXIF orientation of all formats but JPEG.
   */
  readonly image: ImageMetadata;
  /** Relative to the project. */
  readonly file: string;
}

const cache = new Map<string, Promise<PictureHeader>>();

/**
 * Reads the header of a picture. The result is cached, because several pages show the same picture.
 * @throws ProblemsError if the picture was deleted, which can happen in `dev`
 */
export function pictureHeader({ file }: Pick<ArticlePicture, 'file'>): Promise<PictureHeader> {
  assertPictureExists(file);
  const key = `${file} ${stampOf(file) ?? ''}`;
  const header = cache.get(key) ?? readPicture(file);
  cache.set(key, header);
  return header;
}
