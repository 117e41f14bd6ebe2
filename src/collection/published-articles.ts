import { getCollection, type CollectionEntry } from 'astro:content';
import { compareArticles } from '../article/order.ts';

/** The articles that have a page, in the order in which they are listed. */
export async function publishedArticles(): Promise<CollectionEntry<'articles'>[]> {
  const entries = await getCollection('articles');
  return entries.sort((a, b) => compareArticles(orderable(a), orderable(b)));
}

function orderable({ id, data }: CollectionEntry<'articles'>) {
  return { slug: id, headline: data.article.headline, published: data.article.published };
}
