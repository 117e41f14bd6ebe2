import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCache } from '../../../src/cache/cache.ts';
import { temporaryFolder } from '../content/temporary-folder.ts';

async function cacheFile(): Promise<string> {
  return join(await temporaryFolder(), 'deep', 'cache.db');
}

test('what is put in comes back, also after the cache was closed', async () => {
  const file = await cacheFile();
  const cache = openCache(file);
  cache.together(() => {
    cache.set('a', 'one');
    cache.set('b', 'Zwölf 港口 \u0000 \uFFFD');
  });
  cache.set('a', 'two');
  cache.close();
  const again = openCache(file);
  expect([again.get('a'), again.get('b'), again.get('c')]).toEqual([
    'two',
    'Zwölf 港口 \u0000 \uFFFD',
    undefined,
  ]);
  again.close();
});

test('an entry that was damaged is not found, nor one that only damage gave its key', async () => {
  const file = await cacheFile();
  const cache = openCache(file);
  cache.set('first-key', 'the first text');
  cache.set('second-key', 'the second text');
  cache.close();
  const bytes = await readFile(file);
  bytes.write('THE', bytes.indexOf('the first text'));
  // In the table and in the index of its keys.
  bytes.write('third-', bytes.indexOf('second-key'));
  bytes.write('third-', bytes.indexOf('second-key'));
  await writeFile(file, bytes);
  const damaged = openCache(file);
  expect(['first-key', 'second-key', 'third--key'].map((key) => damaged.get(key))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  damaged.set('first-key', 'made anew');
  expect(damaged.get('first-key')).toBe('made anew');
  damaged.close();
});

test.each([
  ['no database', 'no database at all'],
  ['cut off', undefined],
])('a file that is %s is begun anew', async (_, text) => {
  const file = await cacheFile();
  const cache = openCache(file);
  for (let key = 0; key < 100; key++) cache.set(String(key), 'x'.repeat(1000));
  cache.close();
  await writeFile(file, text ?? (await readFile(file)).subarray(0, 5000));
  const again = openCache(file);
  expect(again.get('1')).toBe(undefined);
  again.set('1', 'one');
  expect(again.get('1')).toBe('one');
  again.close();
});

test('two processes use it at once', async () => {
  const file = await cacheFile();
  const [one, other] = [openCache(file), openCache(file)];
  one.set('a', 'by one');
  expect(other.get('a')).toBe('by one');
  one.close();
  other.close();
});

test('clearing up leaves what was asked for or put in', async () => {
  const file = await cacheFile();
  const before = openCache(file);
  for (const key of ['asked', 'kept', 'not asked']) before.set(key, key);
  before.close();
  const cache = openCache(file);
  cache.get('asked');
  cache.set('new', 'new');
  cache.keep('kept');
  cache.clearUnused();
  const keys = ['asked', 'kept', 'new', 'not asked'];
  expect(keys.map((key) => cache.get(key))).toEqual(['asked', 'kept', 'new', undefined]);
  cache.close();
});
