import type { DocumentFolder } from '../../article/documents.ts';
import type { Problem } from '../../article/problem.ts';
import { readPublicationFile } from '../../publication.ts';
import { findBadMarks } from '../checks/find-bad-marks.ts';
import { findDeadDocumentLinks } from '../checks/find-dead-document-links.ts';
import { findDeadNavigation } from '../checks/find-dead-navigation.ts';
import { findBadTranslations } from '../checks/find-bad-translations.ts';
import { findDisputedAddresses } from '../checks/find-disputed-addresses.ts';
import { findDisputedNames } from '../checks/find-disputed-names.ts';
import { findEarlyExpiries } from '../checks/find-early-expiries.ts';
import { findRepeatedParts } from '../checks/find-repeated-parts.ts';
import type { ReadArticles, ReadOptions } from '../read-article-files.ts';
import { readDocuments, type ReadDocument } from './read-documents.ts';

/** All texts that are not articles. */
export interface ReadContent {
  readonly pages: readonly ReadDocument<'pages'>[];
  readonly authors: readonly ReadDocument<'authors'>[];
  readonly topics: readonly ReadDocument<'topics'>[];
}

export const NO_CONTENT: ReadContent = { pages: [], authors: [], topics: [] };

/**
 * Reads the texts that are not articles, and checks them together with the articles and
 * `publication.yaml`.
 * @param articles the valid articles, and what is wrong with the others
 * @throws ProblemsError if `publication.yaml` is missing or invalid
 */
export async function readContent(
  { articles, problems }: Pick<ReadArticles, 'articles' | 'problems'>,
  options: ReadOptions,
): Promise<{ content: ReadContent; problems: readonly Problem[]; warnings: readonly Problem[] }> {
  const folders = await readFolders(options);
  const content = {
    pages: folders.pages.documents,
    authors: folders.authors.documents,
    topics: folders.topics.documents,
  };
  const read = Object.values(folders);
  const documents: readonly ReadDocument<DocumentFolder>[] = [
    ...content.pages,
    ...content.authors,
    ...content.topics,
  ];
  // A text with a problem would make every link to it a problem, too.
  const complete = {
    articles: problems.length === 0,
    documents: read.every((folder) => folder.problems.length === 0),
  };
  const isComplete = complete.articles && complete.documents;
  const publication = readPublicationFile();
  const navigation = findDeadNavigation(publication, articles, content, {
    complete,
    now: options.now,
  });
  return {
    content,
    problems: [
      ...read.flatMap((folder) => folder.problems),
      ...(await findBadMarks(publication)),
      ...findDisputedNames(content),
      ...findDisputedAddresses(articles, content),
      ...findEarlyExpiries(articles),
      ...findRepeatedParts(articles),
      ...(complete.articles ? findBadTranslations(articles, options.publicationLanguage) : []),
      ...(isComplete ? findDeadDocumentLinks(articles, documents, options.now) : []),
      ...navigation.problems,
    ],
    warnings: [...read.flatMap(({ warnings }) => warnings), ...navigation.warnings],
  };
}

/** Reads the texts that are not articles. */
export async function readFolders(options: ReadOptions) {
  return {
    pages: await readDocuments('pages', options),
    authors: await readDocuments('authors', options),
    topics: await readDocuments('topics', options),
  };
}
