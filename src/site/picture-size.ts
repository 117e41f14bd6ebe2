/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The longest side, in pixels, that every format can have: WebP's limit. AVIF takes 16,384. */
const LONGEST_SIDE = 16_383;

/** The size of a picture scaled down to fit a width, and every format. It is never scaled up. */
export function fitWidth({ width, height }: Size, widest: number): Size {
  const scale = Math.min(1, widest / width, LONGEST_SIDE / Math.max(width, height));
  const scaled = (side: number): number => Math.max(1, Math.round(side * scale));
  return { width: scaled(width), height: scaled(height) };
}

/** The largest is twice the measure, for screens with two pixels to a point. */
const WIDTHS = [480, 720, 1080, 1600, 2160];

/** The sizes that a page offers of a picture, from the smallest on: each width once. */
export function offeredSizes(picture: Size): Size[] {
  const sizes = WIDTHS.map((width) => fitWidth(picture, width));
  return sizes.filter(({ width }, index) => width !== sizes[index - 1]?.width);
}
