import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFileCache } from '../../../../src/cache/file-cache.ts';
import { makeSearchIndex } from '../../../../src/outputs/search-index/search-index.ts';
import { temporaryFolder } from '../../content/temporary-folder.ts';

test('the end of another child process does not stop the indexing', async () => {
  const others = setInterval(() => spawn(process.execPath, ['--version']), 20);
  const parts = await makeSearchIndex(openFileCache(join(await temporaryFolder(), 'cache')), {
    articles: [{ slug: 'a', digest: '1', article: { headline: 'A' } }],
    publicationLanguage: 'en',
    bodyOf: () => '<p>Some words.</p>',
  }).finally(() => {
    clearInterval(others);
  });
  expect(parts.map(({ name }) => name)).toEqual(['en/0']);
});
