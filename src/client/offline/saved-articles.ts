import { pageCache } from './cache-keys.ts';

/* Lists the articles that can be read offline, those opened last first. */
async function listSaved(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const section = document.querySelector<HTMLElement>('#saved');
  if (!registration || !section) return;
  const { scope } = registration;
  const pages = await caches.open(pageCache(scope));
  const articles = (await pages.keys()).filter(({ url }) => url.startsWith(`${scope}articles/`));
  const items = articles.reverse().map(async ({ url }) => {
    const response = await pages.match(url);
    return itemFor(`${url}.html`, (await response?.text()) ?? '');
  });
  section.querySelector('ul')?.append(...(await Promise.all(items)));
  section.hidden = items.length === 0;
}

function itemFor(url: string, html: string): HTMLLIElement {
  // Not the whole page: the policy would report its styles.
  const [headline = url] = /<h1.*?<\/h1>/s.exec(html) ?? [];
  const link = document.createElement('a');
  link.href = url;
  link.textContent = new DOMParser().parseFromString(headline, 'text/html').body.textContent;
  [, link.lang = ''] = /<html lang="([^"]*)"/.exec(html) ?? [];
  link.dir = 'auto';
  const item = document.createElement('li');
  item.append(link);
  return item;
}

// Over plain HTTP, and if storage is blocked, nothing is saved.
if ('serviceWorker' in navigator && 'caches' in window) listSaved().catch(() => undefined);
