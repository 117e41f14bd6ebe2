import { defineCollection, type SchemaContext } from 'astro:content';
import { articleLoader } from './collection/article-loader.ts';
import { articleEntrySchema } from './collection/article-entry.ts';

export const collections = {
  articles: defineCollection({ loader: articleLoader(), schema: entrySchema }),
};

let schema: ReturnType<typeof makeSchema> | undefined;

/** Astro asks for the schema anew for each article: making it takes longer than using it. */
function entrySchema(context: SchemaContext) {
  return (schema ??= makeSchema(context));
}

function makeSchema({ image }: SchemaContext) {
  return articleEntrySchema(image());
}
