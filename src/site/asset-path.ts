import type { SitePath } from '../article/address.ts';

/** The path in the site of a file that Astro made, by the address that Astro gave it. */
export function assetPath(address: string): SitePath {
  return decodeURI(address.slice(import.meta.env.BASE_URL.length));
}
