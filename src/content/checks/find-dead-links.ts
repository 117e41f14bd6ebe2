import { formatStart } from '../../article/date.ts';
import type { Fault, Problem } from '../../article/problem.ts';
import type { ArticleLink } from '../../markdown/links.ts';
import type { ReadArticle } from '../read-article-files.ts';

/**
 * Finds links to articles and headings that do not exist, or that are not published when the
 * article with the link is.
 * @param articles the valid articles
 * @param slugs of all articles: links to invalid ones are not problems of their own
 * @param now in milliseconds since 1970 UTC
 */
export function findDeadLinks(
  articles: readonly ReadArticle[],
  slugs: ReadonlySet<string>,
  now: number,
  timezone?: string,
): Problem[] {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  return articles.flatMap((article) =>
    article.links.flatMap((link) => {
      // See `findDeadDocumentLinks`.
      if (link.folder !== undefined) return [];
      const target = link.slug === undefined ? article : bySlug.get(link.slug);
      const exists = link.slug === undefined || slugs.has(link.slug);
      const fault = exists
        ? target && checkLink(link, article, target, now, timezone)
        : noArticle(link);
      return fault ? [{ file: article.file, line: link.line, ...fault }] : [];
    }),
  );
}

function noArticle({ slug = '' }: ArticleLink): Fault {
  return {
    wrong: `The link leads to ${slug}.md, which does not exist.`,
    right: 'Correct the name, or remove the link.',
  };
}

function checkLink(
  { heading }: ArticleLink,
  from: ReadArticle,
  target: ReadArticle,
  now: number,
  timezone: string | undefined,
): Fault | undefined {
  // Checked before `from` is due, so that the build does not fail on that day.
  if (target.schedule.due > Math.max(now, from.schedule.due)) return notPublished(target, timezone);
  const { headings } = target.body;
  if (heading === undefined || headings.some(({ slug }) => slug === heading)) return undefined;
  const article = target === from ? 'this article' : `${target.slug}.md`;
  const anchors = headings.map(({ slug }) => anchorOf(slug)).join(', ');
  return {
    wrong: `The link ${anchorOf(heading)} does not match a heading of ${article}.`,
    right: anchors === '' ? 'It has no headings. Remove the link.' : `Its headings are: ${anchors}`,
  };
}

function notPublished(
  { slug, article: { draft, published } }: ReadArticle,
  timezone: string | undefined,
): Fault {
  // Articles without a date are published unless they are drafts.
  if (draft === true || published === undefined) {
    return {
      wrong: `The link leads to ${slug}.md, which is a draft.`,
      right: 'Publish the draft, or remove the link.',
    };
  }
  return {
    wrong: `The link leads to ${slug}.md, which is held back until ${formatStart(published, timezone)}.`,
    right: 'Remove the link until then, or change the date of one of the two articles.',
  };
}

/** Writes the `id` of a heading as it is written in links. */
function anchorOf(id: string): string {
  return id.replace(/^section-/, '#');
}
