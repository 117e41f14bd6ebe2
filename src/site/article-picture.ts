import type { ImageMetadata } from 'astro';
import { stampOf } from '../cache/file-stamp.ts';
import { MISSING_PICTURE } from '../content/pictures/missing-picture.ts';
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

/** Reads the header of a picture. The result is cached, because several pages show the same picture. */
export async function pictureHeader({
  file,
}: Pick<ArticlePicture, 'file'>): Promise<PictureHeader> {
  const stamp = stampOf(file);
  if (stamp === undefined && import.meta.env.DEV) return MISSING_PICTURE;
  const key = `${file} ${stamp ?? ''}`;
  const header = cache.get(key) ?? readPicture(file);
  cache.set(key, header);
  return header;
}
