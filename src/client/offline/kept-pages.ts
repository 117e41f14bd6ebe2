/*
 * What the service worker keeps for reading without a network, and the pages' way to know of it.
 */

/**
 * The name of the cache of pages. Sites on one host share its caches: the folder tells them apart.
 * @param scope the site's folder, as an address
 */
export function pageCache(scope: string): string {
  return `pages of ${scope}`;
}

/** The cache of pictures, which may be thrown away without losing a word. */
export function pictureCache(scope: string): string {
  return `pictures of ${scope}`;
}

/**
 * The address under which a page is kept. Hosts show `a.html` as `a`, too, and `index.html` as the
 * folder: one page, one address.
 */
export function pageKey(address: string): string {
  const url = new URL(address);
  return url.origin + url.pathname.replace(/\/index(?:\.html)?$/, '/').replace(/\.html$/, '');
}
