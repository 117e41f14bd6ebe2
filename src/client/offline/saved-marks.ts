import { pageCache, pageKey } from './kept-pages.ts';

/* Marks in lists which articles are kept for reading without a network. */
async function markSaved(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) return;
  const kept = await (await caches.open(pageCache(registration.scope))).keys();
  const keys = new Set(kept.map(({ url }) => url));
  for (const list of document.querySelectorAll<HTMLElement>('[data-saved]')) {
    for (const item of list.children) {
      const link = item.querySelector('a');
      if (!link || !keys.has(pageKey(link.href))) continue;
      const mark = document.createElement('span');
      mark.className = 'saved';
      mark.textContent = list.dataset.saved ?? '';
      (item.querySelector('article') ?? item).append(mark);
    }
  }
}

// Over plain http, and where storage is blocked, there is nothing to mark.
if ('serviceWorker' in navigator && 'caches' in window) markSaved().catch(() => undefined);
