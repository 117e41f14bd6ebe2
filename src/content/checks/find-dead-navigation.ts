import { authorSlug } from '../../article/authors.ts';
import { isExpired, isListed } from '../../article/is-published.ts';
import type { Problem } from '../../article/problem.ts';
import { topicSlug } from '../../article/topics.ts';
import { PUBLICATION_FILE, type PublicationFile } from '../../publication.ts';
import { keyName } from '../yaml/validate.ts';
import type { ReadContent } from '../documents/read-content.ts';
import type { ReadArticle } from '../read-article-files.ts';

/**
 * Finds a `lead`, and links in `navigation` and `footer` to pages, topics and authors that do not exist. A topic or
 * author that only unpublished articles have is a warning: the link appears with the first of them.
 */
export function findDeadNavigation(
  { publication, lineOf }: PublicationFile,
  articles: readonly ReadArticle[],
  { pages, authors }: ReadContent,
  now: number,
): { readonly problems: Problem[]; readonly warnings: Problem[] } {
  const known = namesIn(articles);
  const shown = namesIn(articles.filter(({ schedule }) => isListed(schedule, now)));
  const profiles = new Set(
    authors.flatMap(({ frontMatter: { name, aliases = [] } }) =>
      [name, ...aliases].map(authorSlug),
    ),
  );
  const pageSlugs = new Set(pages.map(({ slug }) => slug));
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const lead = articles.find(({ slug }) => slug === publication.lead);
  if (publication.lead !== undefined) {
    const place = { file: PUBLICATION_FILE, line: lineOf(['lead']), key: 'lead' };
    if (!lead) problems.push({ ...place, ...noLead(publication.lead) });
    else if (isExpired(lead.schedule, now)) warnings.push({ ...place, ...LEAD_EXPIRED });
    else if (!isListed(lead.schedule, now)) warnings.push({ ...place, ...LEAD_NOT_YET });
  }
  for (const list of ['navigation', 'footer'] as const) {
    for (const [index, { page, topic, author }] of (publication[list] ?? []).entries()) {
      const at = (key: string): Pick<Problem, 'file' | 'line' | 'key'> => {
        const path = [list, index, key];
        return { file: PUBLICATION_FILE, line: lineOf(path), key: keyName(path) };
      };
      if (page !== undefined && !pageSlugs.has(page)) {
        problems.push({ ...at('page'), ...noPage(page, [...pageSlugs]) });
      }
      if (topic !== undefined && !shown.topics.has(topicSlug(topic))) {
        if (known.topics.has(topicSlug(topic))) warnings.push({ ...at('topic'), ...NOT_YET });
        else problems.push({ ...at('topic'), ...noArticle(topic, 'topics') });
      }
      if (author === undefined || profiles.has(authorSlug(author))) continue;
      if (shown.authors.has(authorSlug(author))) continue;
      if (known.authors.has(authorSlug(author))) warnings.push({ ...at('author'), ...NOT_YET });
      else problems.push({ ...at('author'), ...noArticle(author, 'byline') });
    }
  }
  return { problems, warnings };
}

function namesIn(articles: readonly ReadArticle[]) {
  return {
    topics: new Set(articles.flatMap(({ article }) => (article.topics ?? []).map(topicSlug))),
    authors: new Set(articles.flatMap(({ article }) => (article.byline ?? []).map(authorSlug))),
  };
}

function noPage(page: string, pages: readonly string[]) {
  return {
    wrong: `There is no page content/pages/${page}.md.`,
    right:
      pages.length === 0
        ? 'Write the page, or remove the link.'
        : `The pages are: ${pages.join(', ')}.`,
  };
}

function noArticle(name: string, key: string) {
  return {
    wrong: `No article has "${name}" in its ${key}.`,
    right: 'Write the name as in the articles, or remove the link.',
  };
}

function noLead(slug: string) {
  return {
    wrong: `There is no article "${slug}" that can be published.`,
    right: 'Write the name of its file without .md, or of its folder.',
  };
}

const LEAD_NOT_YET = {
  wrong: 'The newest article leads the front page, because this one is not published.',
  right: 'It leads from its publication on. Otherwise, remove the key.',
};

const LEAD_EXPIRED = {
  wrong: 'The newest article leads the front page, because this one has expired.',
  right: 'Name another article, or remove the key.',
};

const NOT_YET = {
  wrong: 'The link is left out, because no article in the lists has this name.',
  right: 'It appears with the first one. If you do not expect any, remove the link.',
};
