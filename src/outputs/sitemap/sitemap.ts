import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { absoluteAddress, type SitePath } from '../../article/address.ts';
import { startOfDate } from '../../article/date.ts';
import { xmlText } from '../feeds/xml-text.ts';

/** A page for search engines to know of. */
export interface SitemapPage {
  readonly path: SitePath;
  /** When it was last changed, where that is known: as in the front matter. */
  readonly changed?: string | undefined;
}

/** The most pages that one sitemap may name (https://www.sitemaps.org/protocol.html). */
const MOST_PAGES = 50_000;

/**
 * The sitemap of a publication as files: `sitemap.xml`; and where there are more pages than one file
 * may name, that one leads to the others.
 * @param url where the publication stands on the web
 */
export function sitemapFiles(
  pages: readonly SitemapPage[],
  url: string,
  most = MOST_PAGES,
): { path: SitePath; xml: string }[] {
  const parts = Array.from({ length: Math.ceil(pages.length / most) }, (_, index) =>
    sitemap(pages.slice(index * most, (index + 1) * most), url),
  );
  if (parts.length <= 1) return parts.map((xml) => ({ path: SITEMAP, xml }));
  const files = parts.map((xml, index) => ({ path: `sitemap-${index + 1}.xml`, xml }));
  const index = files.map(({ path }) => x('sitemap', [x('loc', absoluteAddress(url, path))]));
  return [{ path: SITEMAP, xml: document(x('sitemapindex', { xmlns: XMLNS }, index)) }, ...files];
}

/** Where search engines are told to begin. */
export const SITEMAP: SitePath = 'sitemap.xml';

function sitemap(pages: readonly SitemapPage[], url: string): string {
  const urls = pages.map(({ path, changed }) =>
    x('url', [
      x('loc', absoluteAddress(url, path)),
      ...(changed === undefined ? [] : [x('lastmod', withSeconds(changed))]),
    ]),
  );
  return document(x('urlset', { xmlns: XMLNS }, urls));
}

/** An article for a sitemap of news. */
export interface NewsArticle {
  readonly path: SitePath;
  readonly headline: string;
  readonly language: string;
  readonly published?: string | undefined;
}

/** The sitemap of what is news. */
export const NEWS_SITEMAP: SitePath = 'news-sitemap.xml';

const TWO_DAYS_MS = 2 * 24 * 60 * 60 * 1000;
/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
const MOST_NEWS = 1000;

/**
 * A Google News sitemap: the articles published in the two days before the build.
 * @param publication its name, and where it stands on the web
 * @param now the time of the build, in milliseconds since 1970 UTC
 */
export function newsSitemap(
  articles: readonly NewsArticle[],
  { name, url }: { readonly name: string; readonly url: string },
  now: number,
): string {
  const news = articles.flatMap(({ published, ...article }) =>
    published !== undefined && isNews(published, now) ? [{ ...article, published }] : [],
  );
  const urls = news
    .slice(0, MOST_NEWS)
    .map(({ path, headline, language, published }) =>
      x('url', [
        x('loc', absoluteAddress(url, path)),
        x('news:news', [
          x('news:publication', [
            x('news:name', xmlText(name)),
            x('news:language', newsLanguage(language)),
          ]),
          x('news:publication_date', withSeconds(published)),
          x('news:title', xmlText(headline)),
        ]),
      ]),
    );
  return document(x('urlset', { xmlns: XMLNS, 'xmlns:news': XMLNS_NEWS }, urls));
}

function isNews(published: string, now: number): boolean {
  const { from, until } = newsSpan(published);
  return from <= now && now <= until;
}

/** A bare day is news until its last hour is two days past; what is dated ahead is not news yet. */
function newsSpan(published: string): { from: number; until: number } {
  const from = startOfDate(published);
  return { from, until: from + (published.includes('T') ? TWO_DAYS_MS : 1.5 * TWO_DAYS_MS) };
}

/**
 * When a news sitemap will be another although nothing was changed: the next time that one of the
 * articles becomes news, or is none any more.
 * @param dates when the articles were published
 * @param now in milliseconds since 1970 UTC, as is the answer; `undefined`: never
 */
export function nextChangeOfNews(dates: readonly string[], now: number): number | undefined {
  const moments = dates.flatMap((date) => {
    const { from, until } = newsSpan(date);
    return [from, until + 1];
  });
  const coming = moments.filter((moment) => moment > now);
  return coming.length === 0 ? undefined : coming.reduce((a, b) => Math.min(a, b));
}

/** ISO 639, but for Chinese, where Google asks for the region in place of the script. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const XMLNS_NEWS = 'http://www.google.com/schemas/sitemap-news/0.9';

function document(root: Element): string {
  // The one sequence that text may not hold, and that toXml lets through.
  const xml = toXml(root).replaceAll(']]>', ']]&gt;');
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`;
}

/** XML Schema wants the seconds that RFC 3339's cousins may leave out: `T14:30Z` → `T14:30:00Z`. */
function withSeconds(date: string): string {
  return date.replace(/(T\d{2}:\d{2})(?=[Z+-])/, '$1:00');
}
