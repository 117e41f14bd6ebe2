import { z } from 'zod';
import type { ReadArticle } from './read-article-files.ts';

/** What Astro's store holds of an article: its pictures, for Astro to open. */
export function articleEntrySchema<Picture extends z.ZodType>(picture: Picture) {
  return z.object({
    /** The picture that stands above the article. */
    lead: picture.optional(),
    /** Those of its body, in the order of their gaps. */
    pictures: z.array(picture),
  });
}

/** Whether Astro has anything to do for an article. */
export function hasPictures({ article, body }: ReadArticle): boolean {
  return article.image?.file !== undefined || body.pictures.length > 0;
}

/**
 * The pictures of an article in the form that goes into Astro's store. Its words do not: Astro would
 * write, read, and bundle those of all articles to show one (see `handed-over.ts`).
 */
export function toEntry({ slug, file, article, body, digest }: ReadArticle) {
  const lead = article.image?.file;
  return {
    id: slug,
    filePath: file,
    digest,
    data: {
      ...(lead === undefined ? {} : { lead }),
      pictures: body.pictures.map((picture) => picture.file),
    },
  };
}
