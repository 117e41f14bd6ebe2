import { getCollection, type CollectionEntry } from 'astro:content';
import { compareArticles } from '../article/order.ts';

/** The articles that have a page, in the order in which they are listed. Drafts show while developing. */
export async function publishedArticles(): Promise<CollectionEntry<'articles'>[]> {
  const entries = await getCollection(
    'articles',
    ({ data }) => import.meta.env.DEV || data.article.draft !== true,
  );
  return entries.sort((a, b) => compareArticles(orderable(a), orderable(b)));
}

function orderable({ id, data }: CollectionEntry<'articles'>) {
  return { slug: id, headline: data.article.headline, published: data.article.published };
}
