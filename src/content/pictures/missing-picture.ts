import type { PictureHeader } from './read-picture.ts';

/** What `dev` shows instead of a picture that was deleted. As wide as most photographs. */
export const MISSING_PICTURE: PictureHeader = {
  format: 'png',
  width: 3,
  height: 2,
  frames: 1,
  animated: false,
  profile: undefined,
};
