import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleScript } from '../../../src/integration/inline-script.ts';

test('the reader’s script is one classic script of at most 2 KB, gzipped', async () => {
  const { code } = await bundleScript(resolve('src/client/reader/reader.ts'));
  const bytes = gzipSync(code, { level: 9 }).length;
  console.log(`The client script: ${bytes.toLocaleString('en')} bytes with gzip.`);
  expect(bytes).toBeLessThanOrEqual(2048);
  expect(code).not.toMatch(/^\s*(?:import|export)\b/m);
  // It would end the element in which it stands.
  expect(code).not.toMatch(/<\/script|<!--/i);
  // It must mean the same as a script as it did as a module: nothing of it is global.
  expect(code).toMatch(/^\(function\(\)\{[\s\S]*\}\)\(\);$/);
});
