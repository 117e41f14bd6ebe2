import type { Locator } from 'playwright-core';

/** Follows a link, and waits until its page has loaded: a click alone does not wait for it. */
export async function followLink(link: Locator): Promise<void> {
  const url = await link.evaluate((it: HTMLAnchorElement) => it.href);
  await link.click();
  await link.page().waitForURL(url);
}
