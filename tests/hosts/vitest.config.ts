import { defineConfig } from 'vitest/config';

/** `npm run test:hosts`: apart from the other tests, because it needs servers that npm cannot install. */
export default defineConfig({
  test: {
    name: 'hosts',
    include: ['tests/hosts/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    globalSetup: [
      'tests/hosts/require-servers.ts',
      'tests/browser/unpack-browser.ts',
      'tests/hosts/build-site.ts',
    ],
  },
});
