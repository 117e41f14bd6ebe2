import { articlePath, pagePath, type SitePath } from '../../article/address.ts';
import { RESERVED } from '../../article/documents.ts';
import type { Problem } from '../../article/problem.ts';
import { slugKey } from '../../article/slug.ts';
import { filesWithin } from '../../cache/files-within.ts';
import type { ReadContent } from '../documents/read-content.ts';
import { linkedFilePath } from '../linked-files.ts';
import type { ReadArticle } from '../read-article-files.ts';
import { redirectsIn } from '../redirects-file.ts';

const PUBLIC = 'public';

/** The pages that the site has in its own folders, and the folders that have no other pages. */
const OWN_PAGE =
  /^(?:(?:topics|authors|series)\/(?!index\.html)[^/]+(?:\/\d+)?\.html|archive\/(?:\d{4}|undated)\.html|page\/\d+\.html|(?:assets|brand|pagefind|social)\/.*)$/;

/**
 * Finds aliases that another article has too, or that are the address of something else: of an
 * article, a page, a file in `public/`, or a page that the site makes itself.
 */
export function findDisputedAddresses(
  articles: readonly ReadArticle[],
  { pages }: Pick<ReadContent, 'pages'>,
): Problem[] {
  const aliases = articles.flatMap(({ file, article, lines }) =>
    (article.aliases ?? []).map((path, index) => ({ file, path, line: lines[`aliases ${index}`] })),
  );
  if (aliases.length === 0) return [];
  const owners = new Map<SitePath, string>([
    ...[...RESERVED].map((name) => [`${name}.html`, 'a page of the site itself'] as const),
    ...redirectsIn(PUBLIC).map(
      ({ path, line }) => [path, `${PUBLIC}/_redirects, line ${line}`] as const,
    ),
    ...filesWithin(PUBLIC).map((file) => [slugKey(file.slice(PUBLIC.length + 1)), file] as const),
    ...pages.map(({ slug, file }) => [slugKey(pagePath(slug)), file] as const),
    ...articles.flatMap(({ slug, file, files }) => [
      [slugKey(articlePath(slug)), file] as const,
      ...files.map(({ path }) => [slugKey(linkedFilePath(file, path)), file] as const),
    ]),
  ]);
  return aliases.flatMap(({ file, path, line }): Problem[] => {
    const key = slugKey(path);
    const owner = OWN_PAGE.test(key) ? 'a page of the site itself' : ownerOf(key, owners);
    const known = owner ?? (owners.set(key, file), undefined);
    if (known === undefined) return [];
    return [
      {
        file,
        ...(line !== undefined && { line }),
        key: 'aliases',
        wrong:
          known === file
            ? `The address ${path} already belongs to this article.`
            : `The address ${path} already belongs to ${known}.`,
        right: 'Remove it here, or there.',
      },
    ];
  });
}

/** Also finds a file with the name of a folder of the address. */
function ownerOf(path: SitePath, owners: ReadonlyMap<SitePath, string>): string | undefined {
  const names = path.split('/');
  const paths = names.map((_, index) => names.slice(0, index + 1).join('/'));
  return paths.map((one) => owners.get(one)).find((owner) => owner !== undefined);
}
