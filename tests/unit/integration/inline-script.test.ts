import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleScript } from '../../../src/integration/inline-script.ts';

test('the reader script is a classic script of at most 2 KB with gzip', async () => {
  const { code } = await bundleScript(resolve('src/client/reader/reader.ts'));
  const bytes = gzipSync(code, { level: 9 }).length;
  console.log(`The client script: ${bytes.toLocaleString('en')} bytes with gzip.`);
  expect(bytes).toBeLessThanOrEqual(2048);
  expect(code).not.toMatch(/^\s*(?:import|export)\b/m);
  // These would end the `<script>` early.
  expect(code).not.toMatch(/<\/script|<!--/i);
  // Like a module, it must not define globals.
  expect(code).toMatch(/^\(function\(\)\{[\s\S]*\}\)\(\);$/);
});
