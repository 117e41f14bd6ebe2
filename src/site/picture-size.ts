/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The smallest limit of all formats, in pixels: WebP's. AVIF's is 16,384. */
const MAX_SIDE = 16_383;

/** Returns the size of a picture, scaled down to a width and to the limits of all formats. */
export function fitWidth({ width, height }: Size, maxWidth: number): Size {
  const scale = Math.min(1, maxWidth / width, MAX_SIDE / Math.max(width, height));
  const scaled = (side: number): number => Math.max(1, Math.round(side * scale));
  return { width: scaled(width), height: scaled(height) };
}

/** The `sizes` of a picture in a photo essay. See `photo.css`. */
export const PAGE_WIDE = '(min-width: 62rem) 62rem, 100vw';

/** The `sizes` of a lead picture: as wide as the headline, beside a margin. See `margin.css`. */
export const LEAD_WIDE = '(min-width: 62rem) 62rem, (min-width: 44rem) 42rem, 100vw';

/** The `sizes` of an upright lead picture: beside the headline. See `upright-lead.css`. */
export const LEAD_UPRIGHT = '(min-width: 62rem) 26rem, (min-width: 44rem) 42rem, 100vw';

/** Whether a lead picture is so narrow that it has room beside the headline. */
export function isUpright({ width, height }: Size): boolean {
  return width < height * 1.1;
}

/** The largest is twice the text width, for high-density screens. */
const WIDTHS = [480, 720, 1080, 1600, 2160];

/** Returns the sizes of a picture for `srcset`, smallest first, without duplicates. */
export function offeredSizes(picture: Size): Size[] {
  const sizes = WIDTHS.map((width) => fitWidth(picture, width));
  return sizes.filter(({ width }, index) => width !== sizes[index - 1]?.width);
}
