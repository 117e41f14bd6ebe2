/**
 * Where things stand in the built site, as paths from its top folder: `index.html`,
 * `articles/<slug>.html`. Pages link to each other by `relativeLink`, so that the folder works
 * wherever it is put.
 */
export type SitePath = string;

/** The front page. */
export const FRONT_PAGE: SitePath = 'index.html';

/** The page of an article. */
export function articlePath(slug: string): SitePath {
  return `articles/${slug}.html`;
}

/** An article as Markdown, beside its page. */
export function markdownPath(slug: string): SitePath {
  return `articles/${slug}.md`;
}

/** The list of all topics. */
export const TOPICS_PAGE: SitePath = 'topics.html';

/** The overview of the archive. */
export const ARCHIVE_PAGE: SitePath = 'archive.html';

/** Where the reader searches. */
export const SEARCH_PAGE: SitePath = 'search.html';

/** What the reader sees without a network, in place of a page that is not kept. */
export const OFFLINE_PAGE: SitePath = 'offline.html';

/** The script that keeps pages for reading without a network. */
export const SERVICE_WORKER: SitePath = 'sw.js';

/** The front page and those that go on from it, counted from 1. */
export function frontPagePath(number: number): SitePath {
  return number === 1 ? FRONT_PAGE : `page/${number}.html`;
}

/** The pages of a topic, counted from 1. */
export function topicPath(slug: string, number = 1): SitePath {
  return number === 1 ? `topics/${slug}.html` : `topics/${slug}/${number}.html`;
}

/**
 * The archive of one year, or of the articles without a date.
 * @param year as it stands in their dates: `2023`
 */
export function archivePath(year: string | undefined): SitePath {
  return `archive/${year ?? 'undated'}.html`;
}

/**
 * The relative URL (RFC 3986, 4.2) that leads from one page to another file of the site:
 * `relativeLink('articles/a.html', 'index.html')` is `../index.html`.
 */
export function relativeLink(from: SitePath, to: SitePath): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared++;
  const up = here.slice(shared).map(() => '..');
  return [...up, ...there.slice(shared).map(encodeURIComponent)].join('/');
}

/**
 * The absolute URL of a file of the site. The front page is the publication's `url` itself.
 * @param url where the publication stands on the web: a folder, with or without its last slash
 */
export function absoluteAddress(url: string, path: SitePath): string {
  const folder = url.endsWith('/') ? url : `${url}/`;
  return path === FRONT_PAGE ? folder : folder + relativeLink(FRONT_PAGE, path);
}
