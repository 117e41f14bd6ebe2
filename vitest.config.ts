import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What comes in its time is waited for: a busy machine takes more than the second that is usual.
    expect: { poll: { timeout: 20_000 } },
    // Left alone, Vitest keeps one processor for itself, and waits for the tests on it.
    maxWorkers: '100%',
    // After the vectors.
    sequence: { groupOrder: 1 },
    // Once for all projects.
    globalSetup: ['tests/browser/unpack-browser.ts', 'tests/site/build-sites.ts'],
    // What was tried before the usual summary, which stays last.
    reporters: ['./tests/report-tried.ts', 'default'],
    projects: [
      {
        extends: true,
        // The files share no state: one process reads the modules once.
        test: { name: 'unit', isolate: false, include: ['tests/unit/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: ['tests/browser/vectors*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'vectors',
          include: ['tests/browser/vectors*.test.ts'],
          // Before all others, beside each other alone: so they take a time of their own, which can be promised.
          sequence: { groupOrder: 0 },
        },
      },
    ],
  },
});
