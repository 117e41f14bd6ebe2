import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { progressOn } from '../../../src/cli/progress.ts';

let written = '';

function stream(isTTY: boolean) {
  return { isTTY, write: (text: string) => ((written += text), true) };
}

beforeEach(() => {
  written = '';
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('a terminal shows how many are done, of how many, and the time left', () => {
  const progress = progressOn(stream(true));
  progress.rendering(0, 10_000);
  for (let done = 1; done <= 2500; done++) {
    vi.advanceTimersByTime(1);
    progress.rendering(done, 10_000);
  }
  const lines = written.split('\r\u001B[K');
  expect(lines.at(-1)).toMatch(/^Rendering 2,\d{3} of 10,000 pages, 8 s left$/);
  expect(lines.length).toBeLessThan(40);
  progress.end();
  expect(written.endsWith('\r\u001B[K')).toBe(true);
});

test('a pipe only gets the message that another build is running', () => {
  const progress = progressOn(stream(false));
  progress.reading(1, 2);
  progress.rendering(2, 2);
  progress.end();
  expect(written).toBe('');
  progress.waiting();
  expect(written).toBe('Another build is running. Waiting for it to finish.\n');
});
