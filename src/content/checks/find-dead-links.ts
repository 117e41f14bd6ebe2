import { formatStart } from '../../article/date.ts';
import { dueAt } from '../../article/is-published.ts';
import type { Problem } from '../../article/problem.ts';
import type { ArticleLink } from '../../markdown/links.ts';
import type { ReadArticle } from '../read-article-files.ts';

/**
 * Finds the links within the publication that lead nowhere: to an article or a heading that is not
 * there, or to one that has no page yet when the article with the link has one.
 * @param articles those that could be read
 * @param slugs of all articles, also of those that could not: their own problems are told already
 * @param now in milliseconds since 1970 UTC
 */
export function deadLinks(
  articles: readonly ReadArticle[],
  slugs: ReadonlySet<string>,
  now: number,
): Problem[] {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  return articles.flatMap((article) =>
    article.links.flatMap((link) => {
      const target = link.slug === undefined ? article : bySlug.get(link.slug);
      const known = link.slug === undefined || slugs.has(link.slug);
      const fault = known ? target && faultOfLink(link, article, target, now) : noArticle(link);
      return fault ? [{ file: article.file, line: link.line, ...fault }] : [];
    }),
  );
}

type Fault = Pick<Problem, 'wrong' | 'right'>;

function noArticle({ slug }: ArticleLink): Fault {
  return {
    wrong: `The link leads to ${slug ?? ''}.md, and there is no such article.`,
    right: 'Correct the name, or take the link away.',
  };
}

function faultOfLink(
  { heading }: ArticleLink,
  from: ReadArticle,
  target: ReadArticle,
  now: number,
): Fault | undefined {
  // Told before the article with the link is due itself: a build on that day would fail.
  if (dueAt(target.article) > Math.max(now, dueAt(from.article))) return noPageYet(target);
  const { headings } = target.body;
  if (heading === undefined || headings.some(({ slug }) => slug === heading)) return undefined;
  const where = target === from ? 'of this article' : `of ${target.slug}.md`;
  const names = headings.map(({ slug }) => anchorOf(slug)).join(', ');
  return {
    wrong: `The link ${anchorOf(heading)} leads to no heading ${where}.`,
    right: names === '' ? 'There are no headings. Take the link away.' : `Its headings: ${names}`,
  };
}

function noPageYet({ slug, article: { draft, published } }: ReadArticle): Fault {
  if (draft === true || published === undefined) {
    return {
      wrong: `The link leads to ${slug}.md, which is a draft and will have no page.`,
      right: 'Publish the draft, or take the link away.',
    };
  }
  return {
    wrong: `The link leads to ${slug}.md, which is held back until ${formatStart(published)}, and has no page before.`,
    right: 'Take the link away until then, or change the date of one of the two.',
  };
}

function anchorOf(id: string): string {
  return id.replace(/^section-/, '#');
}
