import { authorSlug } from '../../article/authors.ts';
import { isExpired, isListed } from '../../article/is-published.ts';
import type { Problem } from '../../article/problem.ts';
import { seriesSlug } from '../../article/series.ts';
import { topicSlug } from '../../article/topics.ts';
import { PUBLICATION_FILE, type PublicationFile } from '../../publication.ts';
import { didYouMean } from '../yaml/did-you-mean.ts';
import { keyName } from '../yaml/validate.ts';
import type { ReadContent } from '../documents/read-content.ts';
import type { ReadArticle } from '../read-article-files.ts';

/**
 * Finds a `lead`, and links in `navigation` and `footer` to pages, topics, authors and series that do
 * not exist. A topic, author or series that only unpublished articles have is a warning: the link
 * appears with the first of them.
 * @param complete whether all articles, and all other texts, are valid. Links to others are not checked
 */
export function findDeadNavigation(
  { publication, lineOf }: PublicationFile,
  articles: readonly ReadArticle[],
  { pages, authors }: ReadContent,
  { complete, now }: { readonly complete: Complete; readonly now: number },
): { readonly problems: Problem[]; readonly warnings: Problem[] } {
  const known = namesIn(articles);
  const shown = namesIn(articles.filter(({ schedule }) => isListed(schedule, now)));
  for (const { frontMatter } of authors) {
    for (const name of [frontMatter.name, ...(frontMatter.aliases ?? [])]) {
      // An author with a file has a page, even without articles.
      known.author.set(authorSlug(name), name);
      shown.author.set(authorSlug(name), name);
    }
  }
  const pageSlugs = new Set(pages.map(({ slug }) => slug));
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const lead = articles.find(({ slug }) => slug === publication.lead);
  if (publication.lead !== undefined) {
    const place = { file: PUBLICATION_FILE, line: lineOf(['lead']), key: 'lead' };
    if (!lead) {
      if (complete.articles) problems.push({ ...place, ...noLead(publication.lead) });
    } else if (isExpired(lead.schedule, now)) warnings.push({ ...place, ...LEAD_EXPIRED });
    else if (!isListed(lead.schedule, now)) warnings.push({ ...place, ...LEAD_NOT_YET });
  }
  for (const list of ['navigation', 'footer'] as const) {
    for (const [index, link] of (publication[list] ?? []).entries()) {
      const at = (key: string): Pick<Problem, 'file' | 'line' | 'key'> => {
        const path = [list, index, key];
        return { file: PUBLICATION_FILE, line: lineOf(path), key: keyName(path) };
      };
      if (complete.documents && link.page !== undefined && !pageSlugs.has(link.page)) {
        problems.push({ ...at('page'), ...noPage(link.page, [...pageSlugs]) });
      }
      for (const key of KEYS) {
        const name = link[key];
        if (name === undefined || shown[key].has(SLUG_OF[key](name))) continue;
        if (known[key].has(SLUG_OF[key](name))) warnings.push({ ...at(key), ...NOT_YET });
        else if (complete.articles && complete.documents) {
          problems.push({ ...at(key), ...noArticle(name, key, [...known[key].values()]) });
        }
      }
    }
  }
  return { problems, warnings };
}

interface Complete {
  readonly articles: boolean;
  readonly documents: boolean;
}

/** The kinds of links that lead to articles with a name in common. */
const KEYS = ['topic', 'author', 'series'] as const;
type Key = (typeof KEYS)[number];

const SLUG_OF = { topic: topicSlug, author: authorSlug, series: seriesSlug };

/** Where an article has the name. */
const FIELD_OF = { topic: 'topics', author: 'byline', series: 'series' };

/** The names in articles, by their slugs. */
function namesIn(articles: readonly ReadArticle[]): Record<Key, Map<string, string>> {
  const names = (key: Key, of: (article: ReadArticle['article']) => readonly string[]) =>
    new Map(
      articles.flatMap(({ article }) => of(article).map((name) => [SLUG_OF[key](name), name])),
    );
  return {
    topic: names('topic', ({ topics = [] }) => topics),
    author: names('author', ({ byline = [] }) => byline),
    series: names('series', ({ series }) => (series ? [series.name] : [])),
  };
}

function noPage(page: string, pages: readonly string[]) {
  const listed =
    pages.length === 0
      ? 'Write the page, or remove the link.'
      : `The pages are: ${pages.join(', ')}.`;
  return {
    wrong: `There is no page content/pages/${page}.md.`,
    right: didYouMean(page, pages) ?? listed,
  };
}

function noArticle(name: string, key: Key, names: readonly string[]) {
  return {
    wrong: `No article has "${name}" in its ${FIELD_OF[key]}.`,
    right: didYouMean(name, names) ?? 'Write the name as in the articles, or remove the link.',
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
