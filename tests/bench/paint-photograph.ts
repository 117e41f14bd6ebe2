import sharp from 'sharp';

/** In pixels, before each octave is scaled up: from broad shades to fine grain. */
const GRAIN = [256, 64, 16, 4, 1];

/**
 * A picture that encoders find about as hard as a photograph of a landscape: noise in several octaves
 * over a sky and a ground, with sharp edges. The same for the same seed.
 * @param width in pixels
 * @returns the bytes of a JPEG of high quality
 */
export async function paintPhotograph(
  width: number,
  height: number,
  seed: number,
): Promise<Buffer> {
  const octaves = await Promise.all(
    GRAIN.map(async (grain, index) => ({
      input: await noise(width, height, grain, seed + index),
      raw: { width, height, channels: 3 as const },
      blend: 'soft-light' as const,
    })),
  );
  return sharp(Buffer.from(scene(width, height, seed)))
    .composite(octaves)
    .flatten()
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** Random shades of grey, one for each square of `grain` pixels, with smooth passages between them. */
function noise(width: number, height: number, grain: number, seed: number): Promise<Buffer> {
  const columns = Math.ceil(width / grain);
  const rows = Math.ceil(height / grain);
  const next = random(seed);
  // The finer, the fainter.
  const strength = 0.15 + 0.1 * Math.log2(grain);
  const pixels = Uint8Array.from({ length: columns * rows }, () =>
    Math.round(128 + (next() - 0.5) * 255 * strength),
  );
  return sharp(pixels, { raw: { width: columns, height: rows, channels: 1 } })
    .resize(width, height, { kernel: 'cubic', fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
}

/** A generator of numbers from 0 to 1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function scene(width: number, height: number, seed: number): string {
  const next = random(seed);
  const houses = Array.from({ length: 12 }, () => {
    const [x, size, shade] = [next() * 100, 3 + next() * 12, Math.round(next() * 80)];
    return `<rect x="${x}" y="${60 - size}" width="${size / 2}" height="${size}" fill="hsl(20 30% ${shade}%)"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 100 100" preserveAspectRatio="none">
<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#5b8fc0"/><stop offset="1" stop-color="#dfe6ea"/></linearGradient>
<rect width="100" height="60" fill="url(#sky)"/><rect y="60" width="100" height="40" fill="#6b7350"/>${houses.join('')}</svg>`;
}
