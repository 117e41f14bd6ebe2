import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { absoluteAddress, type SitePath } from '../../article/address.ts';
import { startOfDate } from '../../article/date.ts';
import type { Publication } from '../../publication.ts';
import { stripInvalidXml } from '../feeds/strip-invalid-xml.ts';

/** A page in a sitemap. */
export interface SitemapPage {
  readonly path: SitePath;
  /** The date of the last change, as in the front matter. */
  readonly changed?: string | undefined;
  /** The page in all its languages (BCP 47), and itself. */
  readonly languages?: readonly { readonly path: SitePath; readonly language: string }[];
}

/** The limit of https://www.sitemaps.org/protocol.html. */
const MAX_PAGES = 50_000;

/**
 * Returns the sitemap of a publication: `sitemap.xml`, or, if there are too many pages for one file, a
 * sitemap index with that name and the sitemaps that it lists.
 * @param url the publication's `url`
 */
export function sitemapFiles(
  pages: readonly SitemapPage[],
  url: string,
  maxPages = MAX_PAGES,
): { path: SitePath; xml: string }[] {
  const parts = Array.from({ length: Math.ceil(pages.length / maxPages) }, (_, index) =>
    sitemap(pages.slice(index * maxPages, (index + 1) * maxPages), url),
  );
  if (parts.length <= 1) return parts.map((xml) => ({ path: SITEMAP, xml }));
  const files = parts.map((xml, index) => ({ path: `sitemap-${index + 1}.xml`, xml }));
  const index = files.map(({ path }) => x('sitemap', [x('loc', absoluteAddress(url, path))]));
  return [{ path: SITEMAP, xml: serialize(x('sitemapindex', { xmlns: XMLNS }, index)) }, ...files];
}

/** The sitemap, or the sitemap index. */
export const SITEMAP: SitePath = 'sitemap.xml';

function sitemap(pages: readonly SitemapPage[], url: string): string {
  const urls = pages.map(({ path, changed, languages = [] }) =>
    x('url', [
      x('loc', absoluteAddress(url, path)),
      ...(changed === undefined ? [] : [x('lastmod', withSeconds(changed))]),
      ...languages.map(({ path, language }) =>
        x('xhtml:link', {
          rel: 'alternate',
          hreflang: language,
          href: absoluteAddress(url, path),
        }),
      ),
    ]),
  );
  const hasLanguages = pages.some(({ languages = [] }) => languages.length > 0);
  const namespaces = { xmlns: XMLNS, ...(hasLanguages && { 'xmlns:xhtml': XMLNS_XHTML }) };
  return serialize(x('urlset', namespaces, urls));
}

/** An article in the news sitemap. */
export interface NewsArticle {
  readonly path: SitePath;
  readonly headline: string;
  readonly language: string;
  readonly published?: string | undefined;
}

export const NEWS_SITEMAP: SitePath = 'news-sitemap.xml';

const DAY_MS = 24 * 60 * 60 * 1000;
/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
const MAX_NEWS = 1000;

/**
 * Returns a Google News sitemap of the articles published in the two days before `now`.
 * @param now the time of the build, in milliseconds since 1970 UTC
 */
export function newsSitemap(
  articles: readonly NewsArticle[],
  { name, url, timezone }: Pick<Publication, 'name' | 'timezone'> & { readonly url: string },
  now: number,
): string {
  const news = articles.flatMap(({ published, ...article }) =>
    published !== undefined && isNews(published, now, timezone) ? [{ ...article, published }] : [],
  );
  const urls = news
    .slice(0, MAX_NEWS)
    .map(({ path, headline, language, published }) =>
      x('url', [
        x('loc', absoluteAddress(url, path)),
        x('news:news', [
          x('news:publication', [
            x('news:name', stripInvalidXml(name)),
            x('news:language', newsLanguage(language)),
          ]),
          x('news:publication_date', withSeconds(published)),
          x('news:title', stripInvalidXml(headline)),
        ]),
      ]),
    );
  return serialize(x('urlset', { xmlns: XMLNS, 'xmlns:news': XMLNS_NEWS }, urls));
}

function isNews(published: string, now: number, timezone?: string): boolean {
  const { from, until } = newsPeriod(published, timezone);
  return from <= now && now <= until;
}

/**
 * Returns the first and the last moment at which an article is news, in milliseconds since 1970 UTC.
 * If its date has no time, two days count from the end of that day.
 */
function newsPeriod(published: string, timezone?: string): { from: number; until: number } {
  const from = startOfDate(published, timezone);
  return { from, until: from + (published.includes('T') ? 2 : 3) * DAY_MS };
}

/**
 * Returns when the news sitemap changes next if no article does, because one becomes news or stops
 * being news. `undefined` if that never happens.
 * @param dates the publication dates of all articles
 * @param now in milliseconds since 1970 UTC, like the result
 */
export function nextNewsChange(
  dates: readonly string[],
  now: number,
  timezone?: string,
): number | undefined {
  const changes = dates.flatMap((date) => {
    const { from, until } = newsPeriod(date, timezone);
    return [from, until + 1];
  });
  const future = changes.filter((change) => change > now);
  return future.length === 0 ? undefined : future.reduce((a, b) => Math.min(a, b));
}

/** Returns an ISO 639 code. For Chinese, Google wants `zh-cn` or `zh-tw`. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const XMLNS_XHTML = 'http://www.w3.org/1999/xhtml';
const XMLNS_NEWS = 'http://www.google.com/schemas/sitemap-news/0.9';

function serialize(root: Element): string {
  // XML forbids this sequence in text, and `toXml` does not escape it.
  const xml = toXml(root).replaceAll(']]>', ']]&gt;');
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`;
}

/** Adds the seconds that XML Schema requires: `T14:30Z` → `T14:30:00Z`. */
function withSeconds(date: string): string {
  return date.replace(/(T\d{2}:\d{2})(?=[Z+-])/, '$1:00');
}
