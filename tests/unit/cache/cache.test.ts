import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCache } from '../../../src/cache/cache.ts';
import { temporaryFolder } from '../content/temporary-folder.ts';

async function cacheFile(): Promise<string> {
  return join(await temporaryFolder(), 'deep', 'cache.db');
}

test('values persist after the cache is closed', async () => {
  const file = await cacheFile();
  const cache = openCache(file);
  cache.transaction(() => {
    cache.set('a', 'one');
    cache.set('b', 'Zwölf 港口 \u0000 \uFFFD');
  });
  cache.set('a', 'two');
  cache.close();
  const reopened = openCache(file);
  expect([reopened.get('a'), reopened.get('b'), reopened.get('c')]).toEqual([
    'two',
    'Zwölf 港口 \u0000 \uFFFD',
    undefined,
  ]);
  reopened.close();
});

test('an entry with a damaged value or key is ignored', async () => {
  const file = await cacheFile();
  const cache = openCache(file);
  cache.set('first-key', 'the first text');
  cache.set('second-key', 'the second text');
  cache.close();
  const bytes = await readFile(file);
  bytes.write('THE', bytes.indexOf('the first text'));
  // The key is in the table and in its index.
  bytes.write('third-', bytes.indexOf('second-key'));
  bytes.write('third-', bytes.indexOf('second-key'));
  await writeFile(file, bytes);
  const damaged = openCache(file);
  expect(['first-key', 'second-key', 'third--key'].map((key) => damaged.get(key))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  damaged.set('first-key', 'new');
  expect(damaged.get('first-key')).toBe('new');
  damaged.close();
});

test.each([
  ['is not a database', 'not a database'],
  ['is truncated', undefined],
])('a file that %s is replaced', async (_, text) => {
  const file = await cacheFile();
  const cache = openCache(file);
  for (let key = 0; key < 100; key++) cache.set(String(key), 'x'.repeat(1000));
  cache.close();
  await writeFile(file, text ?? (await readFile(file)).subarray(0, 5000));
  const reopened = openCache(file);
  expect(reopened.get('1')).toBe(undefined);
  reopened.set('1', 'one');
  expect(reopened.get('1')).toBe('one');
  reopened.close();
});

test('two connections can use the cache at once', async () => {
  const file = await cacheFile();
  const [one, other] = [openCache(file), openCache(file)];
  one.set('a', 'value');
  expect(other.get('a')).toBe('value');
  one.close();
  other.close();
});

test('clearUnused deletes only entries that were not used', async () => {
  const file = await cacheFile();
  const before = openCache(file);
  for (const key of ['read', 'marked', 'unused']) before.set(key, key);
  before.close();
  const cache = openCache(file);
  cache.get('read');
  cache.set('written', 'written');
  cache.markUsed('marked');
  cache.clearUnused();
  const keys = ['read', 'marked', 'written', 'unused'];
  expect(keys.map((key) => cache.get(key))).toEqual(['read', 'marked', 'written', undefined]);
  cache.close();
});

test('work in a transaction runs even if the file cannot be written', async () => {
  const file = await cacheFile();
  const cache = openCache(file);
  cache.close();
  // A closed database throws for BEGIN and COMMIT, as one on a full disk does.
  const result = cache.transaction(() => {
    cache.set('a', 'one');
    return cache.get('a') ?? 'computed';
  });
  expect(result).toBe('computed');
  cache.clearUnused();
});
