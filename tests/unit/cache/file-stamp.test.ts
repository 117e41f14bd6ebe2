import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stampOf, stampsIn } from '../../../src/cache/file-stamp.ts';
import { temporaryFolder, unreadableSubfolder } from '../content/temporary-folder.ts';

test('the stamp of a file changes when the file does', async () => {
  const folder = await temporaryFolder({ 'a.md': 'one', 'b/c.png': '', 'b/.d': '', 'e/': '' });
  const before = stampsIn(folder);
  expect(Object.keys(before)).toEqual(['a.md', 'b/.d', 'b/c.png']);
  await writeFile(join(folder, 'a.md'), 'three');
  const after = stampsIn(folder);
  expect(after['a.md']).not.toBe(before['a.md']);
  expect(after['b/c.png']).toBe(before['b/c.png']);
});

test('broken links and missing folders have no stamps', async () => {
  const folder = await temporaryFolder({ 'a.md': '' });
  await symlink('editor@machine.123:456', join(folder, '.#a.md'));
  await symlink('loop', join(folder, 'loop'));
  expect(Object.keys(stampsIn(folder))).toEqual(['a.md']);
  expect(stampOf(join(folder, '.#a.md'))).toBeUndefined();
  expect(stampsIn(join(folder, 'nowhere'))).toEqual({});
});

test('an unreadable folder does not hide other files', async () => {
  const folder = await temporaryFolder({ 'a.md': '' });
  await unreadableSubfolder(folder);
  expect(Object.keys(stampsIn(folder))).toEqual(['a.md']);
});
