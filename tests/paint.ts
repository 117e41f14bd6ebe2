import sharp from 'sharp';

/** Creates a picture file. */
export async function paint(
  format: 'jpeg' | 'png' | 'gif',
  width: number,
  height: number,
): Promise<Buffer> {
  const sky = { width, height, channels: 3, background: '#a9c4d4' } as const;
  const sea = {
    width,
    height: Math.floor(height / 2),
    channels: 3,
    background: '#27495a',
  } as const;
  return sharp({ create: sky })
    .composite([{ input: { create: sea }, gravity: 'south' }])
    .toFormat(format)
    .toBuffer();
}
