import type { Problem } from '../article/problem.ts';
import { findArticles } from './find-articles.ts';
import { readArticle, type ReadArticle } from './read-article.ts';

/** The articles that are in order, and what is wrong with the others. */
export interface ReadArticles {
  readonly articles: readonly ReadArticle[];
  readonly problems: readonly Problem[];
}

/**
 * Reads every article of `content/articles/`. An article with a problem is left out and named; it
 * changes nothing about the others.
 * @param publicationLanguage of articles that name none (BCP 47)
 */
export async function readArticles(publicationLanguage: string): Promise<ReadArticles> {
  const found = await findArticles();
  const articles: ReadArticle[] = [];
  const problems = [...found.problems];
  for (const file of found.articles) {
    const reading = await readArticle(file, publicationLanguage);
    if (reading.ok) articles.push(reading.value);
    else problems.push(...reading.problems);
  }
  const known = new Set(found.articles.map(({ slug }) => slug));
  problems.push(...articles.flatMap((article) => deadLinks(article, known)));
  const faulty = new Set(problems.map(({ file }) => file));
  return { articles: articles.filter(({ file }) => !faulty.has(file)), problems };
}

function deadLinks({ file, body, bodyLine }: ReadArticle, known: ReadonlySet<string>): Problem[] {
  return body.articleLinks
    .filter(({ slug }) => !known.has(slug))
    .map(({ slug, line }) => ({
      file,
      line: bodyLine + line - 1,
      wrong: `The link leads to ${slug}.md, and there is no such article.`,
      right: 'Correct the name, or take the link away.',
    }));
}
