import { seriesPath, type SitePath } from '../article/address.ts';
import type { Contents, PublishedArticle } from './contents.ts';
import { articleLink, type ArticleLink } from './listed-article.ts';

/** The series of an article, as its page shows it. */
export interface SeriesLink {
  readonly name: string;
  readonly path: SitePath;
  /** The number of the article. Counted from 1. */
  readonly part: number | undefined;
  readonly total: number;
  /** The articles next to this one, and this one. */
  readonly parts: readonly (ArticleLink & { readonly part: number | undefined })[];
}

/** So many parts that a long series does not outweigh the article. */
const MAX_PARTS = 9;

/** Returns the series of an article; `undefined` if it has none with a page. */
export function seriesLink(
  published: PublishedArticle,
  { seriesOf }: Pick<Contents, 'seriesOf'>,
): SeriesLink | undefined {
  const series = seriesOf(published);
  const place = published.article.series;
  if (!series || !place) return undefined;
  const index = Math.max(0, series.parts.indexOf(published));
  const start = Math.max(
    0,
    Math.min(index - Math.floor(MAX_PARTS / 2), series.parts.length - MAX_PARTS),
  );
  return {
    name: place.name,
    path: seriesPath(series.slug),
    part: place.part,
    total: Math.max(series.total, place.part ?? 0),
    parts: series.parts.slice(start, start + MAX_PARTS).map((article) => ({
      ...articleLink(article),
      part: article.article.series?.part,
    })),
  };
}
