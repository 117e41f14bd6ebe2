import { createHash } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FRONT_PAGE, OFFLINE_PAGE, SERVICE_WORKER } from '../article/address.ts';

/**
 * Ends the service worker of a built site with a stamp of the pages that it fetches when it comes: a
 * browser takes it for a new one when, and only when, one of them has changed.
 */
export async function stampServiceWorker(folder: string): Promise<void> {
  const hash = createHash('sha256');
  for (const page of [FRONT_PAGE, OFFLINE_PAGE]) hash.update(await readFile(join(folder, page)));
  await appendFile(join(folder, SERVICE_WORKER), `\n// ${hash.digest('hex')}\n`);
}
