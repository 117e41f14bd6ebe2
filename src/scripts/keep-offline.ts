/*
 * Brings the service worker that keeps pages for reading without a network; after the page is loaded,
 * so that nothing waits for it. Not for readers who asked to save data, nor from a disk.
 */
const worker = document.currentScript?.dataset.worker;
// Not every browser tells, and TypeScript knows of none that does.
const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };

if (worker !== undefined && 'serviceWorker' in navigator && connection?.saveData !== true) {
  addEventListener('load', () => void keep(worker));
}

async function keep(address: string): Promise<void> {
  try {
    await navigator.serviceWorker.register(address);
  } catch {
    // Where it may not be registered (a disk, a private window, a sandbox), pages are as without it.
  }
}
