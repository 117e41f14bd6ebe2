import type { SitePath } from '../../article/address.ts';

/** In pixels: what Open Graph recommends, 1.91 to 1. */
export const SOCIAL_CARD_SIZE = { width: 1200, height: 630 };

/**
 * The social card image of an article without a picture of its own; without a slug, that of the
 * publication. (No article can be called `index`.)
 */
export function socialCardPath(slug = 'index'): SitePath {
  return `social/${slug}.png`;
}
