import { defineConfig } from 'vitest/config';
import SlowestFirst from './tests/slowest-first.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A busy machine needs more than the default of one second.
    expect: { poll: { timeout: 20_000 } },
    // By default, Vitest leaves one processor idle for itself.
    maxWorkers: '100%',
    sequence: { sequencer: SlowestFirst },
    // Runs once for all projects.
    globalSetup: ['tests/browser/unpack-browser.ts', 'tests/site/build-sites.ts'],
    // The default reporter comes last, so that its summary does.
    reporters: ['./tests/report-tried.ts', 'default'],
    projects: [
      {
        extends: true,
        // The files share no state, so one process can load the modules once.
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
        },
      },
    ],
  },
});
