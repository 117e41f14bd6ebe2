import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceFolder } from '../../../src/build/replace-folder.ts';
import { temporaryFolder } from '../content/temporary-folder.ts';

/** Replaces `dist` in a folder by a new one that holds `new`. */
function replaceIn(folder: string): Promise<void> {
  return replaceFolder(join(folder, 'dist'), (next) => writeFile(join(next, 'new'), ''));
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}

test('a folder that is not there is made', async () => {
  const folder = await temporaryFolder();
  await replaceIn(folder);
  expect(await namesIn(folder)).toEqual(['dist', 'dist/new']);
});

test('a folder that is there is replaced, with all that it held', async () => {
  const folder = await temporaryFolder({ 'dist/old': '', 'dist/a/b': '' });
  await replaceIn(folder);
  expect(await namesIn(folder)).toEqual(['dist', 'dist/new']);
});

test('if filling fails, the old one stays, and nothing of the new one', async () => {
  const folder = await temporaryFolder({ 'dist/old': 'a' });
  const filling = replaceFolder(join(folder, 'dist'), async (next) => {
    await writeFile(join(next, 'new'), '');
    expect(await readFile(join(folder, 'dist/old'), 'utf8')).toBe('a');
    throw new Error('failed');
  });
  await expect(filling).rejects.toThrow('failed');
  expect(await namesIn(folder)).toEqual(['dist', 'dist/old']);
});

describe('what a killed process left', () => {
  test('is cleared away', async () => {
    const folder = await temporaryFolder({
      'dist/old': '',
      '.dist-next/half': '',
      '.dist-last/older': '',
    });
    await replaceIn(folder);
    expect(await namesIn(folder)).toEqual(['dist', 'dist/new']);
  });

  test('is brought back, if it was killed between the two renames', async () => {
    const folder = await temporaryFolder({
      '.dist-last/good': '',
      '.dist-next/half': '',
    });
    const filling = replaceFolder(join(folder, 'dist'), () => Promise.reject(new Error('failed')));
    await expect(filling).rejects.toThrow('failed');
    expect(await namesIn(folder)).toEqual(['dist', 'dist/good']);
  });
});

test('what other folders and people have is left alone', async () => {
  const others = ['.dist-notes', '.distant', '.other-next'];
  const folder = await temporaryFolder();
  for (const name of others) await mkdir(join(folder, name));
  await replaceIn(folder);
  expect((await readdir(folder)).sort()).toEqual([...others, 'dist'].sort());
});
