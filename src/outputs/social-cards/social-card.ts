import type { SitePath } from '../../article/address.ts';

/** In pixels. Open Graph recommends a ratio of 1.91:1. */
export const SOCIAL_CARD_SIZE = { width: 1200, height: 630 };

/**
 * Returns the path of an article's social card image, or, without a slug, of the publication's. No
 * article has the slug `index`.
 */
export function socialCardPath(slug = 'index'): SitePath {
  return `social/${slug}.png`;
}
