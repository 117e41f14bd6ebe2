import { z } from 'zod';
import { digestOf } from '../cache/digest.ts';
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

/** Whether Astro has a picture of the article to open. */
export function hasPictures({ article, body }: ReadArticle): boolean {
  return article.image?.file !== undefined || body.pictures.length > 0;
}

/**
 * An article in the form that goes into Astro's store: where it is, and its pictures. Its words do
 * not go there: Astro would write, read, and bundle those of all articles to show one (see
 * `handed-over.ts`).
 *
 * The digest is of what other pages may show of it as well. While developing, Astro works out all
 * pages anew when its store has changed: to edit a paragraph does not change it.
 */
export function toEntry({ slug, file, article, body }: ReadArticle) {
  const { headings, pictures, readingMinutes } = body;
  const lead = article.image?.file;
  return {
    id: slug,
    filePath: file,
    digest: digestOf(JSON.stringify([article, headings, pictures, readingMinutes])),
    data: {
      ...(lead === undefined ? {} : { lead }),
      pictures: pictures.map((picture) => picture.file),
    },
  };
}
