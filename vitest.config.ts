import { defineConfig } from 'vitest/config';
import SlowestFirst from './tests/slowest-first.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A busy machine needs more than the default of one second.
    expect: { poll: { timeout: 20_000 } },
    // By default, Vitest leaves one processor idle for itself. One worker more than there are
    // processors takes a tenth longer.
    maxWorkers: '100%',
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
