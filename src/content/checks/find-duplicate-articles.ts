import { compareText } from '../../article/order.ts';
import type { Problem } from '../../article/problem.ts';
import type { ReadArticle } from '../read-article-files.ts';

/** Finds articles that would be published twice: with the headline, date and body of another. */
export function duplicateArticles(articles: readonly ReadArticle[]): Problem[] {
  const published = articles.filter(({ article }) => article.draft !== true);
  const byContent = Map.groupBy(published, ({ contentDigest }) => contentDigest);
  return [...byContent.values()].flatMap((group) => {
    if (group.length === 1) return [];
    const [original, ...copies] = group.toSorted(originalFirst);
    return original ? copies.map((copy) => duplicate(copy, original)) : [];
  });
}

/** A copy has a longer name: `treaty-2`, `treaty-copy`. */
function originalFirst(a: ReadArticle, b: ReadArticle): number {
  return a.slug.length - b.slug.length || compareText(a.slug, b.slug);
}

function duplicate(copy: ReadArticle, original: ReadArticle): Problem {
  const remove = copy.slug.includes(original.slug)
    ? 'By its name, this one is the copy: delete it.'
    : 'Delete one of them.';
  return {
    file: copy.file,
    wrong: `This article has the same headline and body as ${original.file}.`,
    right: `${remove} If both are to be published, give them different headlines or dates.`,
  };
}
