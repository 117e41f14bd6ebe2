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
