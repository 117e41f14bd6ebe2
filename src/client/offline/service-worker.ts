import { pageCache, pageKey, pictureCache } from './cache-keys.ts';

/*
 * The service worker: saves the front page and every page that the reader opens, for reading
 * offline. Network first: online, each visit shows the newest build and replaces the saved page.
 * Each build appends a comment to this file, so that browsers update the worker and the front page.
 */

/** The types of https://www.w3.org/TR/service-workers/ that are used here. */
interface ExtendableEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly respondWith: (response: Promise<Response>) => void;
}
interface MessageEvent extends ExtendableEvent {
  readonly data: unknown;
}
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly matchAll: (options: {
      includeUncontrolled: boolean;
    }) => Promise<readonly { readonly url: string }[]>;
  };
  readonly skipWaiting: () => Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listen: (event: MessageEvent) => void): void;
}

// TypeScript has the types of a page for this file, but it runs in a worker.
const worker = self as unknown as Scope;
const { scope } = worker.registration;

/** Saved on installation, and never deleted for a newer page. */
const KEPT_PAGES = ['index.html', 'offline.html'].map((path) => scope + path);
const KEPT_KEYS = new Set(KEPT_PAGES.map(pageKey));
const OFFLINE_PAGE = `${scope}offline.html`;

/** When there are more, those that were opened longest ago are deleted. */
const MAX_PAGES = 300;
const MAX_PICTURES = 300;

/** How long to wait for the network before showing a saved page. */
const NETWORK_TIMEOUT_MS = 4000;

worker.addEventListener('install', (event) => {
  event.waitUntil(install());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  // A picture can be opened on its own, too.
  if (request.url.startsWith(`${scope}assets/`)) event.respondWith(respondWithPicture(request));
  else if (request.mode === 'navigate') event.respondWith(respondWithPage(event));
});

// A page that was opened before the worker was there.
worker.addEventListener('message', (event) => {
  event.waitUntil(saveOpened(String(event.data)));
});

async function install(): Promise<void> {
  const open = await worker.clients.matchAll({ includeUncontrolled: true });
  // Not in every browser, and not in TypeScript's types.
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  await Promise.all([
    // A reader may ask to save data later, and a new build installs the worker again.
    ...(connection?.saveData ? [] : KEPT_PAGES).map(async (url) => {
      await savePage(url, await fetch(url, { cache: 'no-cache' }));
    }),
    // The page that registered the worker.
    ...open.map(({ url }) => saveOpened(url)),
  ]);
  await worker.skipWaiting();
}

/** Saves a page that is open already, from the HTTP cache if the host allows caching. */
async function saveOpened(url: string): Promise<void> {
  if (url.startsWith(scope)) await savePage(url, await fetch(url, { cache: 'force-cache' }));
}

async function respondWithPage(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const network = fetch(request, { cache: 'no-cache' });
  // In parallel, so that the page appears as it arrives.
  event.waitUntil(network.then((response) => savePage(request.url, response.clone())));
  const pages = await caches.open(pageCache(scope));
  const kept = await pages.match(pageKey(request.url));
  try {
    if (!kept) return await network;
    const slow = new Promise<Response>((done) => setTimeout(done, NETWORK_TIMEOUT_MS, kept));
    return await Promise.race([network, slow]);
  } catch {
    if (kept) return kept;
    // A redirect, because the links of that page are relative to its own URL. Without that page (its
    // storage is cleared, say), the browser's own error: a redirect would lead back here.
    const offline = await pages.match(pageKey(OFFLINE_PAGE));
    return offline ? Response.redirect(OFFLINE_PAGE) : Response.error();
  }
}

async function savePage(address: string, response: Response): Promise<void> {
  const pages = await caches.open(pageCache(scope));
  if (response.status === 404 || response.status === 410) await pages.delete(pageKey(address));
  if (!response.ok) return;
  // Browsers reject a redirected response to a navigation, so save a copy of it.
  const { headers } = response;
  const saved = response.redirected ? new Response(await response.blob(), { headers }) : response;
  await put(pages, pageKey(address), saved, MAX_PAGES);
}

async function respondWithPicture(request: Request): Promise<Response> {
  // File names change with their content, so a saved picture is never outdated.
  const pictures = await caches.open(pictureCache(scope));
  const kept = await pictures.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await put(pictures, request, response.clone(), MAX_PICTURES);
  return response;
}

async function put(cache: Cache, key: RequestInfo, response: Response, max: number) {
  try {
    // Replaces the saved response only once the new one is complete, and moves it to the end of the
    // keys, so that the first key is the one that was opened longest ago.
    await cache.put(key, response);
    const keys = await cache.keys();
    const old = keys.filter(({ url }) => !KEPT_KEYS.has(url)).slice(0, -max);
    await Promise.all(old.map((key) => cache.delete(key)));
  } catch {
    // The storage is full, or the network failed. The page shows what has arrived.
  }
}
