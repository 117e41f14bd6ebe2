import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import imageService from '../../../src/integration/image-service.ts';
import { paint } from '../../paint.ts';
import { privateAnimation, privatePicture } from '../../private-pictures.ts';

async function publish(bytes: Buffer, format: string, width = 40, height = 20) {
  const { data } = await imageService.transform(bytes, {
    src: '/photo.jpg',
    format,
    width,
    height,
  });
  return { data, ...(await sharp(data).metadata()) };
}

describe('an error is thrown for', () => {
  test.each(['avif', 'webp'])('a picture that is too large for %s', async (format) => {
    const picture = await paint('jpeg', 20_000, 10);
    await expect(publish(picture, format, 20_000, 10)).rejects.toThrow('too large');
  });

  test('an incomplete picture', async () => {
    const picture = await privatePicture('jpeg', 400, 300);
    await expect(publish(picture.subarray(0, -20), 'jpeg', 400, 300)).rejects.toThrow();
  });

  test.each([
    ['a text file', 'not a picture'],
    ['an empty file', ''],
  ])('%s', async (_, text) => {
    await expect(publish(Buffer.from(text), 'jpeg')).rejects.toThrow();
  });

  test.each(['svg', 'tiff', 'raw', ''])('the output format "%s"', async (format) => {
    await expect(publish(await paint('png', 40, 20), format)).rejects.toThrow(
      '/photo.jpg cannot be published as',
    );
  });
});

test.each(['gif', 'webp'] as const)(
  'an animated %s stays animated in GIF and WebP, and becomes its first frame in other formats',
  async (source) => {
    const animation = await privateAnimation(source, 80, 40);
    for (const format of ['gif', 'webp']) {
      expect(await publish(animation, format)).toMatchObject({ width: 40, height: 20, pages: 3 });
    }
    for (const format of ['avif', 'jpeg', 'png']) {
      const { width, height, pages = 1 } = await publish(animation, format);
      expect({ format, width, height, pages }).toEqual({ format, width: 40, height: 20, pages: 1 });
    }
  },
);

test('an animation with an EXIF rotation becomes an upright still picture', async () => {
  const animation = await sharp(await privateAnimation('webp', 80, 40), { animated: true })
    .webp()
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const { width, height, pages = 1 } = await publish(animation, 'webp', 20, 40);
  expect({ width, height, pages }).toEqual({ width: 20, height: 40, pages: 1 });
});

describe('colours stay the same for a picture', () => {
  const red = { width: 40, height: 20, channels: 3, background: '#d01020' } as const;

  test.each(['srgb', 'p3', 'cmyk'])('with the profile %s', async (profile) => {
    const picture = await sharp({ create: red })
      .jpeg({ quality: 100 })
      .withIccProfile(profile)
      .toBuffer();
    for (const format of ['avif', 'webp', 'jpeg', 'png', 'gif']) {
      const { data } = await publish(picture, format);
      // As a browser does: by the profile, if there is one. Of more than 8 bits with a profile, sharp
      // would give values of Display P3, unless it is told what to give.
      const [r, g, b] = await sharp(data).pipelineColourspace('srgb').raw().toBuffer();
      expect(Math.abs((r ?? 0) - 0xd0), `red of ${format}`).toBeLessThan(8);
      expect(Math.abs((g ?? 0) - 0x10), `green of ${format}`).toBeLessThan(25);
      expect(Math.abs((b ?? 0) - 0x20), `blue of ${format}`).toBeLessThan(25);
    }
  });

  test('in shades of grey', async () => {
    const grey = await sharp({ create: { ...red, background: '#808080' } })
      .toColourspace('b-w')
      .jpeg()
      .toBuffer();
    const [r, g, b] = await sharp((await publish(grey, 'webp')).data)
      .raw()
      .toBuffer();
    expect([r, g, b].map((value) => Math.abs((value ?? 0) - 0x80) < 4)).toEqual([true, true, true]);
  });
});
