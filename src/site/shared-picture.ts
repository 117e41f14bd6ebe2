import type { ImageMetadata } from 'astro';
import { getImage } from 'astro:assets';
import type { SitePath } from '../article/address.ts';

/** A picture in one file, for who takes only one: feeds, cards, search engines. */
export interface SharedPicture {
  readonly path: SitePath;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** As wide as cards are shown on screens with two pixels to a point. */
const WIDTH = 1200;

/** Makes that file of a picture, in a format that everyone reads. */
export async function sharedPicture(image: ImageMetadata): Promise<SharedPicture> {
  const width = Math.min(image.width, WIDTH);
  const format = image.format === 'png' || image.format === 'gif' ? image.format : 'jpeg';
  const { src } = await getImage({ src: image, width, format });
  return {
    path: decodeURI(src.slice(import.meta.env.BASE_URL.length)),
    width,
    height: Math.round((image.height * width) / image.width),
  };
}
