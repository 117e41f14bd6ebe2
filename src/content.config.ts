import { defineCollection, type SchemaContext } from 'astro:content';
import { z } from 'zod';
import { articleLoader } from './content/article-loader.ts';
import { articleEntrySchema } from './content/article-entry.ts';

export const collections = {
  articles: defineCollection({ loader: articleLoader(), schema: entrySchema }),
};

/** How Astro opens a picture, of the article that it asked a schema for last. */
let openPicture: SchemaContext['image'];

const schema = articleEntrySchema(z.unknown().transform((path) => openPicture().parse(path)));

/** Astro asks for a schema for each article: making it anew takes longer than using it. */
function entrySchema({ image }: SchemaContext) {
  openPicture = image;
  return schema;
}
