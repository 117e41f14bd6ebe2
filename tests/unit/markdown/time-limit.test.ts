import { expect, test } from 'vitest';
import { TimeLimitError, withTimeLimit } from '../../../src/markdown/time-limit.ts';

/** Blocks the thread without using the processor, as a busy machine does. */
function wait(milliseconds: number): string {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  return 'done';
}

/** Uses the processor for this many milliseconds. */
function compute(milliseconds: number): void {
  const start = process.threadCpuUsage();
  let used = { user: 0, system: 0 };
  while (used.user + used.system < milliseconds * 1000) used = process.threadCpuUsage(start);
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

test('work that is slowed down still gets two thirds of its processor time', () => {
  const work = (): string => {
    compute(67);
    return wait(67);
  };
  expect(withTimeLimit(100, work)).toBe('done');
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
