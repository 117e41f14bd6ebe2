/*
 * The caches of pages and pictures that can be read offline.
 */

/**
 * The name of the cache of pages. Sites of the same origin share its caches, so each name contains
 * the URL of its site.
 * @param scope the URL of the site's root folder
 */
export function pageCache(scope: string): string {
  return `pages of ${scope}`;
}

/** The name of the cache of pictures. It is separate so that pictures never displace text. */
export function pictureCache(scope: string): string {
  return `pictures of ${scope}`;
}

/**
 * The URL that a page is cached under. Many hosts serve `a.html` at `a` and `index.html` at its
 * folder as well; all of them share one key.
 */
export function pageKey(address: string): string {
  const url = new URL(address);
  return url.origin + url.pathname.replace(/\/index(?:\.html)?$/, '/').replace(/\.html$/, '');
}
