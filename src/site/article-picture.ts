import type { ImageMetadata } from 'astro';
import { stampOf } from '../cache/file-stamp.ts';
import { readPicture, type PictureHeader } from '../content/pictures/read-picture.ts';

/** A picture of an article. */
export interface ArticlePicture {
  /**
   * For `getImage`. Its width and height ignore the orientation of all pictures but JPEGs, and reading
   * them makes Astro keep the original.
   */
  readonly image: ImageMetadata;
  /** From the project's folder. */
  readonly file: string;
}

const known = new Map<string, Promise<PictureHeader>>();

/** Reads the header of a picture, once for all pages that show it. */
export function pictureHeader({ file }: Pick<ArticlePicture, 'file'>): Promise<PictureHeader> {
  const key = `${file} ${stampOf(file) ?? ''}`;
  const header = known.get(key) ?? readPicture(file);
  known.set(key, header);
  return header;
}
