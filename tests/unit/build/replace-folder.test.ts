import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceFolder } from '../../../src/build/replace-folder.ts';
import { temporaryFolder } from '../content/temporary-folder.ts';

/** Replaces `dist` by a folder with one file, `new`. */
function replaceIn(folder: string): Promise<void> {
  return replaceFolder(join(folder, 'dist'), (next) => writeFile(join(next, 'new'), ''));
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}

test('a missing folder is created', async () => {
  const folder = await temporaryFolder();
  await replaceIn(folder);
  expect(await namesIn(folder)).toEqual(['dist', 'dist/new']);
});

test('an existing folder is replaced with everything in it', async () => {
  const folder = await temporaryFolder({ 'dist/old': '', 'dist/a/b': '' });
  await replaceIn(folder);
  expect(await namesIn(folder)).toEqual(['dist', 'dist/new']);
});

test('the old folder remains if filling the new one fails', async () => {
  const folder = await temporaryFolder({ 'dist/old': 'a' });
  const filling = replaceFolder(join(folder, 'dist'), async (next) => {
    await writeFile(join(next, 'new'), '');
    expect(await readFile(join(folder, 'dist/old'), 'utf8')).toBe('a');
    throw new Error('failed');
  });
  await expect(filling).rejects.toThrow('failed');
  expect(await namesIn(folder)).toEqual(['dist', 'dist/old']);
});

test('an error while filling is reported, also if cleaning up fails', async () => {
  const folder = await temporaryFolder({ 'site/dist/old': '' });
  const filling = replaceFolder(join(folder, 'site/dist'), async () => {
    await rm(join(folder, 'site'), { recursive: true });
    await writeFile(join(folder, 'site'), '');
    throw new Error('failed');
  });
  await expect(filling).rejects.toThrow('failed');
});

describe('after a killed process', () => {
  test('unfinished folders are deleted', async () => {
    const folder = await temporaryFolder({
      'dist/old': '',
      '.dist-next/half': '',
      '.dist-last/older': '',
    });
    await replaceIn(folder);
    expect(await namesIn(folder)).toEqual(['dist', 'dist/new']);
  });

  test('a folder that was renamed is restored', async () => {
    const folder = await temporaryFolder({
      '.dist-last/good': '',
      '.dist-next/half': '',
    });
    const filling = replaceFolder(join(folder, 'dist'), () => Promise.reject(new Error('failed')));
    await expect(filling).rejects.toThrow('failed');
    expect(await namesIn(folder)).toEqual(['dist', 'dist/good']);
  });
});

test('folders with similar names remain', async () => {
  const others = ['.dist-notes', '.distant', '.other-next'];
  const folder = await temporaryFolder();
  for (const name of others) await mkdir(join(folder, name));
  await replaceIn(folder);
  expect((await readdir(folder)).sort()).toEqual([...others, 'dist'].sort());
});
