import { fileURLToPath } from 'node:url';
import { articlePath, markdownPath, type SitePath } from '../article/address.ts';
import { ProblemsError, type Problem } from '../article/problem.ts';
import { slugKey } from '../article/slug.ts';
import { filesWithin } from '../cache/files-within.ts';
import { SEARCH_FOLDER } from '../client/search/search-parts.ts';
import { fileOf, linkedFilePath } from '../content/linked-files.ts';
import type { ReadArticle } from '../content/read-article-files.ts';
import type { SocialCard } from '../outputs/social-cards/draw-social-cards.ts';

interface Outputs {
  /** The files that Astro has written for each route: `assets` of `astro:build:done`. */
  readonly routes: ReadonlyMap<string, readonly URL[]>;
  /** The published articles. */
  readonly articles: readonly Pick<ReadArticle, 'slug' | 'file' | 'files'>[];
  readonly cards: readonly SocialCard[];
}

/**
 * Checks that no file of `public/` has the address of another file of the site. One would replace the
 * other. Ignores differences in case, as some hosts and file systems do.
 * @param site the folder of the built site
 * @throws ProblemsError
 */
export function assertOwnPublicFiles(publicFolder: URL, site: URL, outputs: Outputs): void {
  const own = filesIn(publicFolder);
  const addresses = new Set(own.flatMap((path) => addressesOf(path).map(slugKey)));
  const owners = new Map<string, string>();
  for (const [path, owner] of outputsOf(site, own, outputs)) {
    const key = slugKey(path);
    if (addresses.has(key)) owners.set(key, owner);
  }
  const problems = own.flatMap((path): Problem[] => {
    const address = addressesOf(path).find((name) => owners.has(slugKey(name)));
    if (address === undefined) return [];
    const wrong = `The address ${address} is that of ${owners.get(slugKey(address)) ?? ''}.`;
    return [{ file: `public/${path}`, wrong, right: 'Rename this file, or remove it.' }];
  });
  if (problems.length > 0) throw new ProblemsError(problems);
}

/** Returns paths relative to the folder. */
function filesIn(url: URL): SitePath[] {
  const folder = fileURLToPath(url).replace(/[/\\]$/, '');
  return filesWithin(folder).map((file) => file.slice(folder.length + 1));
}

/** Returns a path and its folders: `a/b/c.txt`, `a/b` and `a`. */
function addressesOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

/**
 * Generates the address and the description of each output. The site can have hundreds of thousands.
 * @param own the files of `public/`, of which there are copies in the site
 */
function* outputsOf(
  site: URL,
  own: readonly SitePath[],
  { routes, articles, cards }: Outputs,
): Generator<[SitePath, string]> {
  const copies = new Set(own);
  yield [SEARCH_FOLDER, 'the search index'];
  for (const path of filesIn(site)) {
    if (!copies.has(path)) yield [path, 'a page that the build makes'];
  }
  for (const [route, files] of routes) {
    for (const file of files) {
      const path = decodeURI(file.href.slice(site.href.length));
      yield [path, `a file that the build makes (route ${route})`];
    }
  }
  for (const { path } of cards) yield [path, 'a social card image'];
  for (const { slug, file, files } of articles) {
    yield [articlePath(slug), `the page of ${file}`];
    yield [markdownPath(slug), `the Markdown copy of ${file}`];
    for (const { path } of files) {
      const linked = fileOf(file, path);
      yield [linkedFilePath(file, path), `a copy of ${linked}, which ${file} links to`];
    }
  }
}
