import { getImage } from 'astro:assets';
import type { SitePath } from '../article/address.ts';
import { pictureHeader, type ArticlePicture } from './article-picture.ts';
import { assetPath } from './asset-path.ts';
import { fitWidth, type Size } from './picture-size.ts';

/** A picture as one file: for feeds, social cards, search engines and Markdown copies. */
export interface SharedPicture extends Size {
  readonly path: SitePath;
}

/** The width of social cards on high-density screens. */
const WIDTH = 1200;

/** Creates a picture in a format that all software supports, and returns its path and size. */
export async function sharedPicture(picture: ArticlePicture): Promise<SharedPicture> {
  const header = await pictureHeader(picture);
  const format = header.format === 'png' || header.format === 'gif' ? header.format : 'jpeg';
  const size = fitWidth(header, WIDTH);
  const { src } = await getImage({ src: picture.image, format, ...size });
  return { path: assetPath(src), ...size };
}
