import { defineCollection } from 'astro:content';
import { articleEntrySchema } from './content/article-entry.ts';
import { articleLoader } from './content/article-loader.ts';

export const collections = {
  articles: defineCollection({ loader: articleLoader(), schema: articleEntrySchema }),
};
