/*
 * Registers the service worker, which saves pages for reading offline. Only from the second page of
 * the publication on, so that a reader of a single article downloads nothing else. Runs after the
 * page has loaded, so that nothing waits for it. Does nothing for readers who asked to save data.
 */
const path = document.currentScript?.dataset.worker;

addEventListener('load', () => setTimeout(() => void register()));

async function register(): Promise<void> {
  // Not in every browser, and not in TypeScript's types.
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  const { referrer } = document;
  const worker = new URL(path ?? '', location.href);
  if (!referrer.startsWith(new URL('.', worker).href) || connection?.saveData) return;
  try {
    const { installing } = await navigator.serviceWorker.register(worker);
    // The first page, which was opened without the worker.
    installing?.postMessage(referrer);
  } catch {
    // Not allowed for files, in some private windows and in old browsers. Pages work without it.
  }
}
