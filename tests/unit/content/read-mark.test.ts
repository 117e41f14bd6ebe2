import { join, relative } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { iconUrl, readMark } from '../../../src/content/marks/read-mark.ts';
import { privatePicture, SECRET } from '../../private-pictures.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Reads a PNG file with metadata, stored rotated. */
async function readPng(width: number, height: number) {
  const folder = await temporaryFolder({ 'logo.png': await privatePicture('png', width, height) });
  const reading = await readMark(relative('content', join(folder, 'logo.png')));
  if (!reading.ok) throw new Error(reading.fault.wrong);
  return reading.mark;
}

test.each([
  [2000, 500, { width: 1200, height: 300 }],
  [300, 100, { width: 300, height: 100 }],
])(
  'a PNG logo of %d by %d pixels is upright, and at most 1,200 wide',
  async (width, height, size) => {
    const mark = await readPng(width, height);
    expect(mark).toMatchObject({ extension: 'png', ...size });
    expect(await sharp(mark.bytes).metadata()).toMatchObject(size);
  },
);

test('a PNG logo has no metadata', async () => {
  const { bytes } = await readPng(300, 100);
  const { exif, xmp, iptc, icc, comments } = await sharp(bytes).metadata();
  expect({ exif, xmp, iptc, icc, comments }).toEqual({});
  expect(Buffer.from(bytes).includes(SECRET)).toBe(false);
});

test('a PNG icon has no metadata, and the size of a tab', async () => {
  const url = await iconUrl(await readPng(300, 300));
  const bytes = Buffer.from(url.replace(/^.*,/, ''), 'base64');
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 48, height: 48, format: 'png' });
  expect(bytes.includes(SECRET)).toBe(false);
});
