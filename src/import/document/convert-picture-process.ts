import { readFileSync, writeSync } from 'node:fs';
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

/** In bytes. */
const MAX_MEMORY = 450_000_000;
const CHECK_EVERY_MS = 50;

const [format, maxSeconds] = process.argv.slice(2);

// sharp works in another thread, so this one can watch it.
const watch = setInterval(() => {
  const { user, system } = process.cpuUsage();
  if ((user + system) / 1e6 > Number(maxSeconds)) stop('it takes too long to convert');
  if (process.memoryUsage.rss() > MAX_MEMORY) stop('it takes too much memory to convert');
}, CHECK_EVERY_MS);

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
} finally {
  clearInterval(watch);
}

function stop(reason: string): void {
  writeSync(2, reason);
  // `process.exit` waits for the other thread.
  process.kill(process.pid, 'SIGKILL');
}
