import { z } from 'zod';
import { articleSchema } from '../article/schema.ts';
import type { ReadArticle } from './read-article-files.ts';

/** What the store holds of an article as data: its front matter, and the pictures of its body. */
export function articleEntrySchema<Picture extends z.ZodType>(picture: Picture) {
  return z.object({ article: articleSchema(picture), pictures: z.array(picture) });
}

/**
 * An article in the form that goes into Astro's store. The HTML of its body does not: Astro would
 * write, read, and bundle the bodies of all articles to show one. Astro takes every string in `data` that
 * begins with `__ASTRO_IMAGE_` for a picture to be opened: so no words of a body stand there, and
 * front matter must not begin so (see `text` in `fields.ts`).
 */
export function toEntry({ slug, file, raw, body, digest }: ReadArticle) {
  const { headings, pictures, readingMinutes } = body;
  return {
    id: slug,
    filePath: file,
    digest,
    data: { article: raw, pictures: pictures.map((picture) => picture.file) },
    rendered: {
      html: '',
      metadata: {
        headings: [...headings],
        readingMinutes,
        pictures: pictures.map(({ alt, title }) => ({ alt, title })),
      },
    },
  };
}
