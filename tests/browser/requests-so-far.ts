import type { Page } from 'playwright-core';
import type { ServedFolder } from '../serve-folder.ts';

/**
 * The paths requested from a host until its page has nothing left to do. The page marks that moment
 * with a request of its own, so a request that should not have happened has arrived before it.
 */
export async function requestsSoFar(page: Page, host: ServedFolder): Promise<string[]> {
  const marker = new URL('everything-requested', host.url);
  await page.evaluate(async (address) => {
    // Chromium without a user interface calls some pages never idle.
    await new Promise((idle) => requestIdleCallback(idle, { timeout: 2000 }));
    await fetch(address);
  }, marker.href);
  return host.requests.slice(0, host.requests.indexOf(marker.pathname));
}
