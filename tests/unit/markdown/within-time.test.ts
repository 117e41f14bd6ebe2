import { expect, test } from 'vitest';
import { TimeError, withinTime } from '../../../src/markdown/within-time.ts';

/** Waits without computing, as a thread does whose turn does not come. */
function wait(milliseconds: number): string {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  return 'done';
}

test('work that computes too long is ended in the middle', () => {
  expect(() =>
    withinTime(100, () => {
      for (;;);
    }),
  ).toThrow(TimeError);
});

test('work that only waits for its turn is not', () => {
  expect(withinTime(100, () => wait(350))).toBe('done');
});

test('what the work throws is thrown', () => {
  expect(() =>
    withinTime(100, () => {
      throw new RangeError('ours');
    }),
  ).toThrow('ours');
});
