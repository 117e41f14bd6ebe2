import { pageCache, pageKey } from './cache-keys.ts';

/* Marks the articles in lists that can be read offline. */
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

// Over plain HTTP, and if storage is blocked, nothing is saved.
if ('serviceWorker' in navigator && 'caches' in window) markSaved().catch(() => undefined);
