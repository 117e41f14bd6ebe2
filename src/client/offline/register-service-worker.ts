/**
 * Registers the service worker, which saves pages for reading offline. Only from the second page of
 * the publication on, so that a reader of a single article downloads nothing else. Runs after the
 * page has loaded, so that nothing waits for it. Does nothing for readers who asked to save data.
 * @param path of the service worker, relative to the page. Missing where there is none
 */
export function registerServiceWorker(path: string | undefined): void {
  addEventListener('load', async () => {
    // Not in every browser, and not in TypeScript's types.
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    const { referrer } = document;
    if (!path || connection?.saveData) return;
    const root = new URL(path, location.href).href.replace('sw.js', '');
    if (!referrer.startsWith(root)) return;
    try {
      const { installing } = await navigator.serviceWorker.register(path);
      // The first page, which was opened without the worker.
      installing?.postMessage(referrer);
    } catch {
      // Not allowed for files, in some private windows and in old browsers.
    }
  });
}
