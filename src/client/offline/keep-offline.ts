/*
 * Brings the service worker that keeps pages for reading without a network; after the page is loaded,
 * and in its own time, so that nothing waits for it. Not for readers who asked to save data, nor from
 * a disk.
 */
const worker = document.currentScript?.dataset.worker;

addEventListener('load', () => setTimeout(() => void keep()));

async function keep(): Promise<void> {
  // Not every browser tells, and TypeScript knows of none that does.
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (worker === undefined || connection?.saveData === true) return;
  try {
    await navigator.serviceWorker.register(worker);
  } catch {
    // Where it may not be registered (a disk, a private window, an old browser), pages are as without it.
  }
}
