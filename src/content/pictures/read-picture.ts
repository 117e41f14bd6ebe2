import sharp from 'sharp';

// libvips caches files by name, and does not notice edits.
sharp.cache(false);

/** The properties of a picture that can be read without decoding it. */
export interface PictureHeader {
  /** sharp's name of the format, except for AVIF, which is `av1`. */
  readonly format: string;
  /** Of one frame, in pixels, after rotation by the EXIF orientation. */
  readonly width: number;
  readonly height: number;
  /** More than 1 for an animated GIF or WebP. */
  readonly frames: number;
  /** Whether the picture can be published as an animation: sharp cannot rotate animations. */
  readonly animated: boolean;
  /** The standard colour profile that covers the picture's own. `undefined` if it has none. */
  readonly profile: 'srgb' | 'p3' | undefined;
}

/**
 * Reads the header of a picture.
 * @param source a file, or its bytes
 * @throws Error if it is not a picture, or the header is damaged
 */
export async function readPicture(source: string | Uint8Array): Promise<PictureHeader> {
  const { format, compression, autoOrient, pages, orientation, space, icc } = await sharp(source, {
    limitInputPixels: false,
  }).metadata();
  const frames = format === 'gif' || format === 'webp' ? (pages ?? 1) : 1;
  return {
    format: format === 'heif' ? (compression ?? format) : format,
    ...autoOrient,
    frames,
    animated: frames > 1 && (orientation ?? 1) === 1,
    profile: icc && standardProfile(icc, space),
  };
}

/** Searches the profile's description, which is ASCII or UTF-16, for `sRGB`. */
function standardProfile(icc: Buffer, space: string): 'srgb' | 'p3' {
  const isRgb = space === 'srgb' || space === 'rgb16';
  return isRgb && !icc.toString('latin1').replaceAll('\0', '').includes('sRGB') ? 'p3' : 'srgb';
}
