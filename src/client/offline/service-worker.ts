import { pageCache, pageKey, pictureCache } from './kept-pages.ts';

/*
 * The service worker: keeps the pages that the reader opened, and the front page, so that they can be
 * read without a network. The network comes first: with one, every visit shows the newest build, and
 * replaces what was kept. A build ends this file with a stamp of its own, so that the browser takes it
 * for a new worker, and the front page is fetched anew.
 */

/** The parts of the specification (https://www.w3.org/TR/service-workers/) that are used here. */
interface ExtendableEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly respondWith: (response: Promise<Response>) => void;
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
}

// TypeScript takes a script for that of a page; this one runs in a worker.
const worker = self as unknown as Scope;
const { scope } = worker.registration;

/** How many of each are kept: the last ones opened. */
const MOST_PAGES = 300;
const MOST_PICTURES = 300;

/** How long a slow network may keep the reader from a page that is there already, in milliseconds. */
const PATIENCE_MS = 4000;

worker.addEventListener('install', (event) => {
  event.waitUntil(install());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  if (request.mode === 'navigate') event.respondWith(openPage(event));
  else if (request.url.startsWith(`${scope}assets/`)) event.respondWith(showPicture(request));
});

async function install(): Promise<void> {
  const open = await worker.clients.matchAll({ includeUncontrolled: true });
  await Promise.all([
    ...['index.html', 'offline.html'].map(async (path) => {
      await keepPage(scope + path, await fetch(scope + path, { cache: 'no-cache' }));
    }),
    // The page that brought the worker: its browser has just loaded it.
    ...open
      .filter(({ url }) => url.startsWith(scope))
      .map(async ({ url }) => {
        await keepPage(url, await fetch(url, { cache: 'force-cache' }));
      }),
  ]);
  await worker.skipWaiting();
}

async function openPage(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const network = fetch(request, { cache: 'no-cache' });
  // Beside the showing, which begins with the first words that come.
  event.waitUntil(network.then((response) => keepPage(request.url, response.clone())));
  const pages = await caches.open(pageCache(scope));
  const kept = await pages.match(pageKey(request.url));
  try {
    if (!kept) return await network;
    const slow = new Promise<Response>((done) => setTimeout(done, PATIENCE_MS, kept));
    return await Promise.race([network, slow]);
  } catch {
    // The way from there to other pages is known only at its own address.
    return kept ?? Response.redirect(`${scope}offline.html`);
  }
}

async function keepPage(address: string, response: Response): Promise<void> {
  const pages = await caches.open(pageCache(scope));
  if (response.status === 404 || response.status === 410) await pages.delete(pageKey(address));
  if (!response.ok) return;
  // A response that was redirected must not answer a navigation: its text may.
  const { headers } = response;
  const text = response.redirected ? new Response(await response.blob(), { headers }) : response;
  await put(pages, pageKey(address), text, MOST_PAGES);
}

async function showPicture(request: Request): Promise<Response> {
  // Their names change with what they show: what was kept is never old.
  const pictures = await caches.open(pictureCache(scope));
  const kept = await pictures.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await put(pictures, request, response.clone(), MOST_PICTURES);
  return response;
}

async function put(cache: Cache, key: RequestInfo, response: Response, most: number) {
  try {
    // What was kept is replaced when the new text has come whole: a network lost halfway loses nothing.
    // It goes to the end, so that the first is the one longest unread.
    await cache.put(key, response);
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, -most).map((old) => cache.delete(old)));
  } catch {
    // The device is full, or the network lost. What came is shown all the same.
  }
}
