import { authorPath, seriesPath, topicPath } from '../article/address.ts';
import { seriesSlug } from '../article/series.ts';
import { topicSlug } from '../article/topics.ts';
import type { PublisherLink } from '../publication/links-schema.ts';
import type { Contents } from './contents.ts';
import type { SiteLink } from './site.ts';

type Targets = Pick<Contents, 'pages' | 'topics' | 'authors' | 'series'>;

/**
 * Returns the publisher's links. Leaves out those to topics, authors and series without a published
 * article, which have no page: the loader warns of them (see `findDeadNavigation`).
 */
export function siteLinks(links: readonly PublisherLink[], targets: Targets): SiteLink[] {
  return links.flatMap((link) => siteLink(link, targets) ?? []);
}

/** Links to all pages. */
export function linksToPages({ pages }: Pick<Targets, 'pages'>): SiteLink[] {
  return pages.map(({ headline, path, language }) => ({ name: headline, path, language }));
}

function siteLink(
  { name, page, topic, author, series, url }: PublisherLink,
  { pages, topics, authors, series: allSeries }: Targets,
): SiteLink | undefined {
  if (url !== undefined) return { name: name ?? url, url };
  if (page !== undefined) {
    const [link] = linksToPages({ pages: pages.filter(({ slug }) => slug === page) });
    return link && { ...link, ...(name !== undefined && { name, language: undefined }) };
  }
  if (topic !== undefined) {
    const found = topics.find(({ slug }) => slug === topicSlug(topic));
    return found && { name: name ?? found.name, path: topicPath(found.slug) };
  }
  if (series !== undefined) {
    const found = allSeries.find(({ slug }) => slug === seriesSlug(series));
    return found && { name: name ?? found.name, path: seriesPath(found.slug) };
  }
  const found = author === undefined ? undefined : authors.find(author);
  return found && { name: name ?? found.name, path: authorPath(found.slug) };
}
