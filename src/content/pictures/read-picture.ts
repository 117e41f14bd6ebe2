import sharp from 'sharp';

// libvips remembers files by name, and would not see that one has been edited.
sharp.cache(false);

/** What a picture is, as far as its file says without being decoded. */
export interface PictureHeader {
  /** As sharp names it, but AVIF as `av1`. */
  readonly format: string;
  /** In pixels, of one frame, as it is shown: with its orientation applied. */
  readonly width: number;
  readonly height: number;
  /** More than 1 for an animated GIF or WebP. */
  readonly frames: number;
  /** Whether it can be published as an animation: sharp cannot rotate one. */
  readonly animated: boolean;
  /** The standard colour profile that covers its colours, if it has a profile. */
  readonly profile: 'srgb' | 'p3' | undefined;
}

/**
 * Reads the header of a picture.
 * @param source a file, or its bytes
 * @throws Error if it is not a picture, or its header is damaged
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

/** By the name that the profile has in itself, in ASCII or UTF-16. Most say that they are sRGB. */
function standardProfile(icc: Buffer, space: string): 'srgb' | 'p3' {
  const isRgb = space === 'srgb' || space === 'rgb16';
  return isRgb && !icc.toString('latin1').replaceAll('\0', '').includes('sRGB') ? 'p3' : 'srgb';
}
