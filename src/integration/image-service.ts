import type { LocalImageService } from 'astro';
import { baseService } from 'astro/assets';
import sharp, { type Sharp } from 'sharp';
import { readPicture } from '../content/pictures/read-picture.ts';

/** Count this up when pictures come out differently: it changes their names, by which Astro keeps them. */
const VERSION = 1;

/** sharp's names of the formats in which pictures are published. */
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

/** What `getImage` is asked for; `baseService` reads the same from an address while developing. */
interface Transform {
  readonly src: string;
  readonly format?: string;
  /** In pixels. */
  readonly width?: number;
  readonly height?: number;
}

/**
 * The image service of this project (https://docs.astro.build/en/reference/image-service-reference/).
 * It decodes every picture and encodes it anew, so that a published picture holds pixels and nothing
 * else: no EXIF, XMP, IPTC or comment.
 *
 * Astro's own service publishes the original bytes when sharp fails, and stacks the frames of an
 * animation in formats that have none.
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
 * Decodes a picture and encodes it anew.
 * @throws Error if the picture cannot be decoded to its end, or be encoded in this format and size
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
  // GIF has no profiles: there, sharp's default holds, which is sRGB.
  const coloured = encoder === 'gif' ? picture : withStandardProfile(picture, profile);
  return coloured.toFormat(encoder).toBuffer();
}

/**
 * Keeps the colours of a picture that has a profile, but not the profile itself: that of a screen can
 * hold its owner's name and its serial number.
 */
function withStandardProfile(picture: Sharp, profile: 'srgb' | 'p3' | undefined): Sharp {
  if (profile === undefined) return picture;
  // In its pipeline for 8 bits, sharp converts to sRGB before it attaches the profile.
  if (profile === 'p3') picture.pipelineColourspace('rgb16');
  return picture.withIccProfile(profile);
}
