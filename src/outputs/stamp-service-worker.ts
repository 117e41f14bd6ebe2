import { createHash } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FRONT_PAGE, OFFLINE_PAGE, SERVICE_WORKER } from '../article/address.ts';

/**
 * Appends a digest of the pages that the service worker saves on installation, so that browsers
 * update it if, and only if, one of these pages has changed.
 * @param folder the built site
 */
export async function stampServiceWorker(folder: string): Promise<void> {
  const hash = createHash('sha256');
  for (const page of [FRONT_PAGE, OFFLINE_PAGE]) hash.update(await readFile(join(folder, page)));
  await appendFile(join(folder, SERVICE_WORKER), `\n// ${hash.digest('hex')}\n`);
}
