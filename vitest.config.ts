import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import SlowestFirst from './tests/slowest-first.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A busy machine needs more than the default of one second.
    expect: { poll: { timeout: 20_000 } },
    // One more than there are processors, because tests often wait: for builds, pages and timers.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: SlowestFirst },
    // Runs once for all projects.
    globalSetup: ['tests/browser/unpack-browser.ts', 'tests/site/build-sites.ts'],
    // The default reporter comes last, so that its summary does.
    reporters: ['./tests/report-tried.ts', 'default'],
    // The files share no state, so one process can load the modules once.
    isolate: false,
    unstubEnvs: true,
    projects: ['unit', 'site', 'browser'].map((name) => ({
      extends: true,
      test: { name, include: [`tests/${name}/**/*.test.ts`] },
    })),
  },
});
