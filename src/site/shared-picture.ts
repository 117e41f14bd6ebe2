import { getImage } from 'astro:assets';
import type { SitePath } from '../article/address.ts';
import { pictureHeader, type ArticlePicture } from './article-picture.ts';
import { assetPath } from './asset-path.ts';
import { fitWidth, type Size } from './picture-size.ts';

/** A picture in one file, for who takes only one: feeds, cards, search engines. */
export interface SharedPicture extends Size {
  readonly path: SitePath;
}

/** As wide as cards are shown on screens with two pixels to a point. */
const WIDTH = 1200;

/** Makes that file of a picture, in a format that everyone reads. */
export async function sharedPicture(picture: ArticlePicture): Promise<SharedPicture> {
  const header = await pictureHeader(picture);
  const format = header.format === 'png' || header.format === 'gif' ? header.format : 'jpeg';
  const size = fitWidth(header, WIDTH);
  const { src } = await getImage({ src: picture.image, format, ...size });
  return { path: assetPath(src), ...size };
}
