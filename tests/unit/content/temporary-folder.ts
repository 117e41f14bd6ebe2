import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * A folder with these files, which is removed when the test ends.
 * @param files by their paths; a path that ends with a slash is an empty folder
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
