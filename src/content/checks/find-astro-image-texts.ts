import { ASTRO_IMAGE_PREFIX, astroImageFault } from '../../article/astro-image-prefix.ts';
import type { BodyFault, RenderedBody } from '../../markdown/render.ts';

/** Finds the texts of a body that Astro's content store would replace with a picture. */
export function findAstroImageTexts({
  headings,
  pictures,
  recordings,
}: Pick<RenderedBody, 'headings' | 'pictures' | 'recordings'>): BodyFault[] {
  return [
    ...headings.map(({ text, line }) => ({ name: 'heading', text, line })),
    ...recordings.map(({ name, line }) => ({ name: 'name of a recording', text: name, line })),
    ...pictures.map(({ alt, line }) => ({ name: 'alternative text', text: alt, line })),
    ...pictures.map(({ title = '', line }) => ({ name: 'title', text: title, line })),
  ]
    .filter(({ text }) => text.startsWith(ASTRO_IMAGE_PREFIX))
    .map(({ name, line }) => ({ line, ...astroImageFault(name) }));
}
