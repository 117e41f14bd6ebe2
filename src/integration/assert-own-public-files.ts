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
  const owners = ownersOf(site, own, outputs);
  const problems = own.flatMap((path): Problem[] => {
    const address = [path, ...foldersOf(path)].find((name) => owners.has(slugKey(name)));
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

/** Returns the folders of a path: `a/b` and `a` for `a/b/c.txt`. */
function foldersOf(path: string): string[] {
  const folders = path.split('/').slice(0, -1);
  return folders.map((_, index) => folders.slice(0, folders.length - index).join('/'));
}

/**
 * Returns what is at each address.
 * @param own the files of `public/`, of which there are copies in the site
 */
function ownersOf(
  site: URL,
  own: readonly SitePath[],
  { routes, articles, cards }: Outputs,
): Map<SitePath, string> {
  const copies = new Set(own);
  const pages = filesIn(site).filter((path) => !copies.has(path));
  const owners: [SitePath, string][] = [
    [SEARCH_FOLDER, 'the search index'],
    ...pages.map((path): [SitePath, string] => [path, 'a page that the build makes']),
    ...[...routes].flatMap(([route, files]) =>
      files.map((file): [SitePath, string] => [
        decodeURI(file.href.slice(site.href.length)),
        `a file that the build makes (route ${route})`,
      ]),
    ),
    ...cards.map(({ path }): [SitePath, string] => [path, 'a social card image']),
    ...articles.flatMap(({ slug, file, files }): [SitePath, string][] => [
      [articlePath(slug), `the page of ${file}`],
      [markdownPath(slug), `the Markdown copy of ${file}`],
      ...files.map(({ path }): [SitePath, string] => [
        linkedFilePath(file, path),
        `a copy of ${fileOf(file, path)}, which ${file} links to`,
      ]),
    ]),
  ];
  return new Map(owners.map(([path, owner]) => [slugKey(path), owner]));
}
