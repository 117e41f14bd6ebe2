/*
 * Registers the service worker, which saves pages for reading offline. Runs after the page has
 * loaded, so that nothing waits for it. Does nothing for readers who asked to save data.
 */
const worker = document.currentScript?.dataset.worker;

addEventListener('load', () => setTimeout(() => void register()));

async function register(): Promise<void> {
  // Not in every browser, and not in TypeScript's types.
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (worker === undefined || connection?.saveData === true) return;
  try {
    await navigator.serviceWorker.register(worker);
  } catch {
    // Not allowed for files, in some private windows and in old browsers. Pages work without it.
  }
}
