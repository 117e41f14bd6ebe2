import type { TestProject } from 'vitest/node';

/** Whether this run has tests that read built sites: building them for unit tests would be waste. */
export function readsSites({ vitest }: TestProject): boolean {
  return vitest.projects.some(({ name }) => name === 'site' || name === 'browser');
}
