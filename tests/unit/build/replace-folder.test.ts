import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceFolder } from '../../../src/build/replace-folder.ts';
import { temporaryFolder } from '../collection/temporary-folder.ts';

/** Of a process that has ended: its id is no other's so soon. */
const ended = spawnSync(process.execPath, ['--version']).pid;
/** Of a process that runs, and that is not ours to signal if the tests are not run by root. */
const running = 1;

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
      [`.dist-${ended}/half`]: '',
      [`.dist-${ended}.old/older`]: '',
    });
    await replaceIn(folder);
    expect(await namesIn(folder)).toEqual(['dist', 'dist/new']);
  });

  test('is brought back, if it was killed between the two renames', async () => {
    const folder = await temporaryFolder({
      [`.dist-${ended}.old/good`]: '',
      [`.dist-${ended}/half`]: '',
    });
    const filling = replaceFolder(join(folder, 'dist'), () => Promise.reject(new Error('failed')));
    await expect(filling).rejects.toThrow('failed');
    expect(await namesIn(folder)).toEqual(['dist', 'dist/good']);
  });

  test('is cleared away, if its id has come again and is ours', async () => {
    const folder = await temporaryFolder({ [`.dist-${process.pid}/half`]: '' });
    await replaceIn(folder);
    expect(await namesIn(folder)).toEqual(['dist', 'dist/new']);
  });
});

test('what other processes, other folders and people have is left alone', async () => {
  const others = [
    `.dist-${running}`,
    `.dist-${running}.old`,
    '.dist-notes',
    '.distant',
    '.other-1',
  ];
  const folder = await temporaryFolder();
  for (const name of others) await mkdir(join(folder, name));
  await replaceIn(folder);
  expect((await readdir(folder)).sort()).toEqual([...others, 'dist'].sort());
});
