import { defineConfig } from 'vitest/config';
import { ENGINES, type EngineName } from './engine.ts';

// `Object.keys` has the type of any strings.
const names = Object.keys(ENGINES) as EngineName[];

/** `npm run test:engines`: apart from the other tests, because it needs browsers that npm cannot install. */
export default defineConfig({
  test: {
    include: ['tests/engines/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    globalSetup: [
      'tests/engines/require-engines.ts',
      'tests/browser/unpack-browser.ts',
      'tests/engines/build-site.ts',
    ],
    // The same tests in each engine.
    projects: names.map((engine) => ({
      extends: true,
      test: { name: engine, provide: { engine } },
    })),
  },
});
