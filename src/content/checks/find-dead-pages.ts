import { existsSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { RESERVED } from '../../article/documents.ts';
import type { Problem } from '../../article/problem.ts';
import type { PageLink } from '../../markdown/links.ts';
import type { Publication } from '../../publication.ts';
import { sitePages } from '../../article/site-pages.ts';
import type { ReadContent } from '../documents/read-content.ts';
import type { ReadArticle } from '../read-article-files.ts';

/**
 * Finds links to pages that are not in the site: `/archiv.html`. For `dev`; a build looks for the files
 * that it made, also for those that are no pages (see `assertLinkedPagesExist`).
 * @param shown the articles that have a page
 */
export function findDeadPages(
  shown: readonly ReadArticle[],
  { pages, authors, topics }: ReadContent,
  { articlesPerPage }: Pick<Publication, 'articlesPerPage'>,
): Problem[] {
  const texts = [...shown, ...pages, ...authors, ...topics];
  if (texts.every(({ pageLinks }) => pageLinks.length === 0)) return [];
  const profiles = authors.map(({ slug, frontMatter }) => ({ slug, ...frontMatter }));
  const known = sitePages({ articles: shown, pages, authors: profiles, articlesPerPage });
  const added = addedRoutes();
  const isDead = ({ page }: PageLink): boolean =>
    ['', '.html'].includes(posix.extname(page)) &&
    !known.has(page) &&
    !added.has(page.split(/[./]/)[0] ?? '') &&
    !existsSync(`public/${page}`);
  return texts.flatMap(({ file, pageLinks }) =>
    pageLinks.filter(isDead).map((link) => deadPage(file, link)),
  );
}

/** The problem of a link to a page that is not in the site. */
export function deadPage(file: string, { page, line }: PageLink): Problem {
  return {
    file,
    line,
    wrong: `The link leads to ${page}, which is not in the site.`,
    right:
      'Correct the address. Pages begin with a slash: /archive.html, /topics/council.html. A file beside the article is linked by its name.',
  };
}

/** The pages and folders that were added to `src/pages/`. Only Astro knows what addresses they have. */
function addedRoutes(): ReadonlySet<string> {
  const names = readdirSync('src/pages').map((name) => name.split('.')[0] ?? '');
  return new Set(names.filter((name) => !RESERVED.has(name)));
}
