import { describe, expect, test } from 'vitest';
import { fitWidth, offeredSizes } from '../../../src/site/picture-size.ts';

test.each([
  ['a photo', { width: 6000, height: 4000 }, 1200, { width: 1200, height: 800 }],
  ['a small picture', { width: 300, height: 200 }, 1200, { width: 300, height: 200 }],
  ['a tall picture', { width: 1000, height: 20_000 }, 1200, { width: 819, height: 16_383 }],
  ['a wide picture', { width: 20_000, height: 10 }, 99_999, { width: 16_383, height: 8 }],
  ['a picture one pixel wide', { width: 1, height: 90_000 }, 1200, { width: 1, height: 16_383 }],
  ['a picture one pixel high', { width: 90_000, height: 1 }, 480, { width: 480, height: 1 }],
])(
  'the size of %s fits the width and all formats, and no side is 0',
  (_, picture, width, expected) => {
    expect(fitWidth(picture, width)).toEqual(expected);
  },
);

describe('offered sizes', () => {
  const widths = (width: number, height: number): number[] =>
    offeredSizes({ width, height }).map((size) => size.width);

  test('have up to five widths, none larger than the picture', () => {
    expect(widths(6000, 4000)).toEqual([480, 720, 1080, 1600, 2160]);
    expect(widths(1600, 900)).toEqual([480, 720, 1080, 1600]);
    expect(widths(1000, 1000)).toEqual([480, 720, 1000]);
    expect(widths(300, 300)).toEqual([300]);
  });

  test('fit the limits of all formats', () => {
    expect(widths(1000, 20_000)).toEqual([480, 720, 819]);
    expect(widths(1, 90_000)).toEqual([1]);
  });
});
