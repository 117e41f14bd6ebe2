import { defineCollection } from 'astro:content';
import { articleEntrySchema } from './content/article-entry.ts';
import { articleLoader } from './content/article-loader.ts';
import { documentEntrySchema } from './content/documents/document-entry.ts';
import { documentLoader } from './content/documents/document-loader.ts';

export const collections = {
  articles: defineCollection({ loader: articleLoader(), schema: articleEntrySchema }),
  pages: defineCollection({
    loader: documentLoader('pages'),
    schema: documentEntrySchema<'pages'>(),
  }),
  authors: defineCollection({
    loader: documentLoader('authors'),
    schema: documentEntrySchema<'authors'>(),
  }),
  topics: defineCollection({
    loader: documentLoader('topics'),
    schema: documentEntrySchema<'topics'>(),
  }),
};
