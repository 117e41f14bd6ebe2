import { compareText } from '../../article/order.ts';
import type { Problem } from '../../article/problem.ts';
import type { ReadArticle } from '../read-article-files.ts';

/** Finds articles with the headline, date and body of another one. Ignores drafts. */
export function findDuplicateArticles(articles: readonly ReadArticle[]): Problem[] {
  const notDrafts = articles.filter(({ article }) => article.draft !== true);
  const byContent = Map.groupBy(notDrafts, ({ contentDigest }) => contentDigest);
  return [...byContent.values()].flatMap((group) => {
    const [original, ...copies] = group.toSorted(compareNames);
    return original ? copies.map((copy) => duplicate(copy, original)) : [];
  });
}

/** Shorter names first, because copies have longer names: `treaty-2`, `treaty-copy`. */
function compareNames(a: ReadArticle, b: ReadArticle): number {
  return a.slug.length - b.slug.length || compareText(a.slug, b.slug);
}

function duplicate(copy: ReadArticle, original: ReadArticle): Problem {
  const remove = copy.slug.includes(original.slug)
    ? 'Delete this one, which has the name of a copy.'
    : 'Delete one of them.';
  return {
    file: copy.file,
    wrong: `This article has the same headline, date and body as ${original.file}.`,
    right: `${remove} To publish both, give them different headlines or dates.`,
  };
}
