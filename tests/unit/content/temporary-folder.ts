import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * Creates a folder that is deleted when the test ends.
 * @param files by their relative paths. A path that ends with a slash is an empty folder
 */
export async function temporaryFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-unit-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, data] of Object.entries(files)) {
    const file = join(folder, path);
    if (path.endsWith('/')) await mkdir(file, { recursive: true });
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, data);
    }
  }
  return folder;
}

/**
 * Creates a subfolder that even root cannot list, because its path is longer than 4,096 bytes. It
 * is deleted when the test ends.
 */
export async function unreadableSubfolder(folder: string): Promise<void> {
  const half = Array.from({ length: 10 }, () => 'x'.repeat(250)).join('/');
  const [beyond, below] = [join(folder, 'beyond'), join(folder, 'below')];
  await mkdir(join(beyond, half), { recursive: true });
  await mkdir(join(below, half), { recursive: true });
  const moved = join(beyond, half, 'below');
  await rename(below, moved);
  // Back to a path that can be deleted.
  onTestFinished(() => rename(moved, below));
}
