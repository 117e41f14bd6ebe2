import { defineCollection } from 'astro:content';
import { articles, authors, pages, topics } from 'offprint/collections';

export const collections = {
  articles: defineCollection(articles),
  pages: defineCollection(pages),
  authors: defineCollection(authors),
  topics: defineCollection(topics),
};
