import type { DocumentFolder } from '../../article/documents.ts';
import type { Problem } from '../../article/problem.ts';
import { findDeadDocumentLinks } from '../checks/find-dead-document-links.ts';
import type { ReadArticle, ReadOptions } from '../read-article-files.ts';
import { readDocuments, type ReadDocument } from './read-documents.ts';

/** All texts that are not articles. */
export interface ReadContent {
  readonly pages: readonly ReadDocument<'pages'>[];
}

export const NO_CONTENT: ReadContent = { pages: [] };

/** Reads the texts that are not articles, and checks them together with the articles. */
export async function readContent(
  articles: readonly ReadArticle[],
  options: ReadOptions,
): Promise<{ content: ReadContent; problems: readonly Problem[]; warnings: readonly Problem[] }> {
  const pages = await readDocuments('pages', options);
  const read = [pages];
  const documents: readonly ReadDocument<DocumentFolder>[] = read.flatMap(
    ({ documents }) => documents,
  );
  // A text with a problem would make every link to it a problem, too.
  const readable = read.every(({ problems }) => problems.length === 0);
  return {
    content: { pages: pages.documents },
    problems: [
      ...read.flatMap(({ problems }) => problems),
      ...(readable ? findDeadDocumentLinks(articles, documents, options.now) : []),
    ],
    warnings: read.flatMap(({ warnings }) => warnings),
  };
}
