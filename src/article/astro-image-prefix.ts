import type { Fault } from './problem.ts';

/**
 * Astro replaces every string in its content store that begins with this prefix: with an image if
 * the rest is the path of one, otherwise with the rest.
 */
export const ASTRO_IMAGE_PREFIX = '__ASTRO_IMAGE_';

/**
 * Describes the problem of a text that begins with the prefix.
 * @param name of the text in the message
 */
export function astroImageFault(name: string): Fault {
  return {
    wrong: `The ${name} begins with ${ASTRO_IMAGE_PREFIX}.`,
    right: 'Begin with another word: Astro reads this one as the path of a picture.',
  };
}
