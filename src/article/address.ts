/**
 * The path of a file of the built site, relative to `dist/`: `index.html`, `articles/<slug>.html`.
 * Pages use `relativeLink` to link to each other, so the site works under any path.
 */
export type SitePath = string;

export const FRONT_PAGE: SitePath = 'index.html';
export const TOPICS_PAGE: SitePath = 'topics.html';
export const ARCHIVE_PAGE: SitePath = 'archive.html';
export const SEARCH_PAGE: SitePath = 'search.html';
/** All corrections. Only if there are any. */
export const CORRECTIONS_PAGE: SitePath = 'corrections.html';
/** Shown to readers who are offline, in place of a page that is not cached. */
export const OFFLINE_PAGE: SitePath = 'offline.html';
export const SERVICE_WORKER: SitePath = 'sw.js';

export function articlePath(slug: string): SitePath {
  return `articles/${slug}.html`;
}

/** Returns the path of a page of `content/pages/`. */
export function pagePath(slug: string): SitePath {
  return `${slug}.html`;
}

/** Returns the path of an article's Markdown copy. */
export function markdownPath(slug: string): SitePath {
  return `articles/${slug}.md`;
}

/**
 * Returns the path of a page of the list of all articles. The first one is the front page.
 * @param number counted from 1
 */
export function frontPagePath(number: number): SitePath {
  return number === 1 ? FRONT_PAGE : `page/${number}.html`;
}

/**
 * Returns the path of a page of a topic.
 * @param number counted from 1
 */
export function topicPath(slug: string, number = 1): SitePath {
  return number === 1 ? `topics/${slug}.html` : `topics/${slug}/${number}.html`;
}

/**
 * Returns the path of a page of an author.
 * @param number counted from 1
 */
export function authorPath(slug: string, number = 1): SitePath {
  return number === 1 ? `authors/${slug}.html` : `authors/${slug}/${number}.html`;
}

/**
 * Returns the path of a page of a series.
 * @param number counted from 1
 */
export function seriesPath(slug: string, number = 1): SitePath {
  return number === 1 ? `series/${slug}.html` : `series/${slug}/${number}.html`;
}

/**
 * Returns the path of the archive of a year, or of the articles without a date.
 * @param year for example `2023`
 */
export function archivePath(year: string | undefined): SitePath {
  return `archive/${year ?? 'undated'}.html`;
}

/**
 * Returns the relative URL (RFC 3986, 4.2) of a file from a page:
 * `relativeLink('articles/a.html', 'index.html')` is `../index.html`.
 */
export function relativeLink(from: SitePath, to: SitePath): string {
  let shared = 0;
  for (let end = to.indexOf('/') + 1; end > 0; end = to.indexOf('/', shared) + 1) {
    if (!from.startsWith(to.slice(shared, end), shared)) break;
    shared = end;
  }
  const up = '../'.repeat(from.slice(shared).split('/').length - 1);
  return up + to.slice(shared).split('/').map(encodeURIComponent).join('/');
}

/**
 * Returns the absolute URL of a file. The URL of the front page is the publication's `url`.
 * @param url of the publication, with or without a trailing slash
 */
export function absoluteAddress(url: string, path: SitePath): string {
  const folder = url.endsWith('/') ? url : `${url}/`;
  return path === FRONT_PAGE ? folder : folder + relativeLink(FRONT_PAGE, path);
}
