import { defineCollection } from 'astro:content';
import { articleLoader } from './collection/article-loader.ts';
import { articleEntrySchema } from './collection/article-entry.ts';

export const collections = {
  articles: defineCollection({
    loader: articleLoader(),
    schema: ({ image }) => articleEntrySchema(image()),
  }),
};
