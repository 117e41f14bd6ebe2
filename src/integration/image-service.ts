import type { LocalImageService } from 'astro';
import { baseService } from 'astro/assets';
import sharp, { type AvifOptions, type Sharp } from 'sharp';
import { digestOf } from '../cache/digest.ts';
import { readPicture } from '../content/pictures/read-picture.ts';
import { encodeRecorded, expectPicture } from './encoded-pictures.ts';

/**
 * One thread for each picture, as sharp has it on most systems. Astro works on as many originals at
 * once as there are processors, and with more threads the bytes of an AVIF depend on their number.
 */
sharp.concurrency(1);

/**
 * Measured on eight photographs, 480 and 720 pixels wide, and five of them 1,600 wide: this takes 31 %
 * of the processor time of sharp's defaults (effort 4, 8 bits). At equal SSIM, all files of a width
 * together are 2 to 3 % larger, and none is more than 9 %. Effort 3 with 8 bits takes 22 %, but files are
 * 4 to 8 % larger together, and one is 24 %. WebP with sharp's defaults takes a seventh of this, and
 * JPEG next to nothing.
 */
const AVIF: AvifOptions = { effort: 3, bitdepth: 10 };

/** Count this up when pictures come out differently: it changes their names, by which Astro keeps them. */
const VERSION = 2;
const ENCODER = `${VERSION} sharp ${sharp.versions.sharp}`;

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
  readonly format?: string | undefined;
  /** In pixels. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
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
  validateOptions: async (options, ...context) => {
    const valid = await baseService.validateOptions?.(options, ...context);
    const { src } = options;
    expectPicture(keyOf({ ...valid, src: typeof src === 'string' ? src : src.src }));
    return { ...valid, src, encoder: ENCODER };
  },
  async transform(bytes, transform: Transform) {
    const data = await encodeRecorded(keyOf(transform), () => encodePicture(bytes, transform));
    return { data, format: transform.format ?? '' };
  },
} satisfies LocalImageService;

export default service;

/** Of what decides how a picture comes out. In a build, `src` has a digest of the original in it. */
function keyOf({ src, format, width, height }: Transform): string {
  return digestOf(JSON.stringify([ENCODER, src, format, width, height]));
}

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
  return coloured.toFormat(encoder, encoder === 'avif' ? AVIF : {}).toBuffer();
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
