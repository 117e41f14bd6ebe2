import type { ImageMetadata } from 'astro';
import { stampOf } from '../cache/file-stamp.ts';
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

/** What `dev` shows instead of a picture that was deleted (see `missingPictures`). */
const NO_PICTURE: PictureHeader = {
  format: 'png',
  width: 3,
  height: 2,
  frames: 1,
  animated: false,
  profile: undefined,
};

const cache = new Map<string, Promise<PictureHeader>>();

/** Reads the header of a picture. The result is cached, because several pages show the same picture. */
export async function pictureHeader({
  file,
}: Pick<ArticlePicture, 'file'>): Promise<PictureHeader> {
  const stamp = stampOf(file);
  if (stamp === undefined && import.meta.env.DEV) return NO_PICTURE;
  const key = `${file} ${stamp ?? ''}`;
  const header = cache.get(key) ?? readPicture(file);
  cache.set(key, header);
  return header;
}
