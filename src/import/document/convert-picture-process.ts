import { readFileSync } from 'node:fs';
import sharp from 'sharp';

/*
 * Reads a picture from standard input, and writes it as PNG: upright, in sRGB and without EXIF, as
 * sharp does by default. An error is one line.
 */

/** A scan of a page at 600 dots per inch has 35 million pixels. */
const MAX_PIXELS = 50_000_000;
/** In pixels. Larger drawings are made smaller: readers see them in a column of text. */
const MAX_SIDE = 2400;
/** Twice what a drawing says, for screens with small pixels. */
const DENSITY = 144;

const [format] = process.argv.slice(2);
try {
  const bytes = readFileSync(0);
  // librsvg opens no files and addresses for a drawing without one of its own. Entities can grow.
  if (format === 'SVG' && /<!ENTITY/i.test(bytes.toString('latin1'))) {
    throw new Error('it has XML entities');
  }
  const options = { limitInputPixels: MAX_PIXELS, failOn: 'error' as const };
  const picture = sharp(bytes, format === 'SVG' ? { ...options, density: DENSITY } : options);
  const { pages = 1 } = await picture.metadata();
  if (pages > 1) throw new Error(`it has ${pages} pages`);
  const upright = picture.autoOrient();
  const sized =
    format === 'SVG'
      ? upright.resize({
          width: MAX_SIDE,
          height: MAX_SIDE,
          fit: 'inside',
          withoutEnlargement: true,
        })
      : upright;
  process.stdout.write(await sized.png().toBuffer());
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
