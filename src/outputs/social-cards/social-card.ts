import type { SitePath } from '../../article/address.ts';

/** In pixels: what Open Graph's readers ask for, at 1.91 to 1. */
export const SOCIAL_PICTURE_SIZE = { width: 1200, height: 630 };

/**
 * Where the picture stands that cards show of an article without a picture of its own; without a
 * slug, that of the publication as a whole. (No article can be called `index`.)
 */
export function socialPicturePath(slug = 'index'): SitePath {
  return `social/${slug}.png`;
}
