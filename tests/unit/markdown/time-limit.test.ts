import { expect, test } from 'vitest';
import { TimeLimitError, withTimeLimit } from '../../../src/markdown/time-limit.ts';

/** Blocks the thread without using the processor, as a busy machine does. */
function wait(milliseconds: number): string {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  return 'done';
}

test('work that computes for too long is interrupted', () => {
  expect(() =>
    withTimeLimit(100, () => {
      for (;;);
    }),
  ).toThrow(TimeLimitError);
});

test('work that waits for the processor is not interrupted', () => {
  expect(withTimeLimit(100, () => wait(350))).toBe('done');
});

test('errors of the work are passed on', () => {
  expect(() =>
    withTimeLimit(100, () => {
      throw new RangeError('ours');
    }),
  ).toThrow(new RangeError('ours'));
});

test('the limit can be used again after an interruption', () => {
  expect(() =>
    withTimeLimit(50, () => {
      for (;;);
    }),
  ).toThrow(TimeLimitError);
  expect(withTimeLimit(50, () => 'next')).toBe('next');
});
