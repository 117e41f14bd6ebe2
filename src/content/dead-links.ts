import type { Problem } from '../article/problem.ts';
import type { ArticleLink } from '../markdown/links.ts';
import type { ReadArticle } from './read-article-files.ts';

/**
 * Finds the links within the publication that lead nowhere: to an article or a heading that is not
 * there, or from a published article to a draft.
 * @param articles those that could be read
 * @param slugs of all articles, also of those that could not: their own problems are told already
 */
export function deadLinks(articles: readonly ReadArticle[], slugs: ReadonlySet<string>): Problem[] {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  return articles.flatMap((article) =>
    article.links.flatMap((link) => {
      const target = link.slug === undefined ? article : bySlug.get(link.slug);
      const known = link.slug === undefined || slugs.has(link.slug);
      const fault = known ? target && faultOfLink(link, article, target) : noArticle(link);
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
): Fault | undefined {
  if (target.article.draft === true && from.article.draft !== true) {
    return {
      wrong: `The link leads to ${target.slug}.md, which is a draft and will have no page.`,
      right: 'Publish the draft, or take the link away.',
    };
  }
  const { headings } = target.body;
  if (heading === undefined || headings.some(({ slug }) => slug === heading)) return undefined;
  const where = target === from ? 'of this article' : `of ${target.slug}.md`;
  const names = headings.map(({ slug }) => anchorOf(slug)).join(', ');
  return {
    wrong: `The link ${anchorOf(heading)} leads to no heading ${where}.`,
    right: names === '' ? 'There are no headings. Take the link away.' : `Its headings: ${names}`,
  };
}

function anchorOf(id: string): string {
  return id.replace(/^section-/, '#');
}
