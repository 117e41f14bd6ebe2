import type { LocalImageService } from 'astro';
import { baseService } from 'astro/assets';
import sharp, { type Sharp } from 'sharp';
import { readPicture } from '../content/pictures/read-picture.ts';

/** Increment to encode all pictures again. Changes their names, which are the keys of Astro's cache. */
const VERSION = 1;

/** sharp's encoders, by the formats that Astro asks for. */
const ENCODERS: ReadonlyMap<string | undefined, 'avif' | 'webp' | 'jpeg' | 'png' | 'gif'> = new Map(
  [
    ['avif', 'avif'],
    ['webp', 'webp'],
    ['jpeg', 'jpeg'],
    ['jpg', 'jpeg'],
    ['png', 'png'],
    ['gif', 'gif'],
  ],
);

/** The options of `getImage`. In `dev`, `baseService` parses them from the URL. */
interface Transform {
  readonly src: string;
  readonly format?: string;
  /** In pixels. */
  readonly width?: number;
  readonly height?: number;
}

/**
 * Our image service (https://docs.astro.build/en/reference/image-service-reference/). It re-encodes
 * every picture, so that published pictures contain pixels only: no EXIF, XMP, IPTC or comments.
 *
 * Astro's own service publishes the original file if sharp fails, and stacks the frames of an animation
 * on top of each other in formats without animation.
 */
const service = {
  ...baseService,
  propertiesToHash: [...(baseService.propertiesToHash ?? []), 'encoder'],
  validateOptions: async (options, ...context) => ({
    ...(await baseService.validateOptions?.(options, ...context)),
    src: options.src,
    encoder: `${VERSION} sharp ${sharp.versions.sharp}`,
  }),
  async transform(bytes, transform: Transform) {
    const data = await encodePicture(bytes, transform);
    return { data, format: transform.format ?? '' };
  },
} satisfies LocalImageService;

export default service;

/**
 * Re-encodes a picture, upright, without metadata, and not larger than the original.
 * @throws Error if the picture is damaged or incomplete, or cannot be encoded in this format and size
 */
export async function encodePicture(
  bytes: Uint8Array,
  { src, format, width, height }: Transform,
): Promise<Buffer> {
  const encoder = ENCODERS.get(format);
  if (!encoder) throw new Error(`${src} cannot be published as "${format ?? ''}".`);
  const { animated, profile } = await readPicture(bytes);
  const picture = sharp(bytes, {
    animated: animated && (encoder === 'gif' || encoder === 'webp'),
    autoOrient: true,
    failOn: 'truncated',
  }).resize({ width, height, fit: 'fill', withoutEnlargement: true });
  // GIF has no colour profiles, so sharp converts it to sRGB.
  const coloured = encoder === 'gif' ? picture : withStandardProfile(picture, profile);
  return coloured.toFormat(encoder).toBuffer();
}

/**
 * Replaces a colour profile by a standard one that keeps the colours. The profile of a screen can
 * contain the owner's name and a serial number.
 */
function withStandardProfile(picture: Sharp, profile: 'srgb' | 'p3' | undefined): Sharp {
  if (profile === undefined) return picture;
  // sharp's 8-bit pipeline converts to sRGB before it attaches the profile.
  if (profile === 'p3') picture.pipelineColourspace('rgb16');
  return picture.withIccProfile(profile);
}
