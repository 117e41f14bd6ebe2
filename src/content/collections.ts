import { articleEntrySchema } from './article-entry.ts';
import { articleLoader } from './article-loader.ts';
import { documentEntrySchema } from './documents/document-entry.ts';
import { documentLoader } from './documents/document-loader.ts';

/*
 * The loaders and schemas of the collections. `content.config.ts` imports them from `offprint/collections`,
 * so that Node loads them, and not Vite (see `integration.ts`).
 */

export const articles = { loader: articleLoader(), schema: articleEntrySchema };

export const pages = { loader: documentLoader('pages'), schema: documentEntrySchema<'pages'>() };

export const authors = {
  loader: documentLoader('authors'),
  schema: documentEntrySchema<'authors'>(),
};

export const topics = { loader: documentLoader('topics'), schema: documentEntrySchema<'topics'>() };
