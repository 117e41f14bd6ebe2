import type { SitePath } from '../article/address.ts';

/** Returns the path of a file in `assets/` from the `src` that Astro's `getImage` returns. */
export function assetPath(src: string): SitePath {
  return decodeURI(src.slice(import.meta.env.BASE_URL.length));
}
