import { z } from 'zod';
import {
  ARCHIVE_PAGE,
  CORRECTIONS_PAGE,
  FRONT_PAGE,
  OFFLINE_PAGE,
  SEARCH_PAGE,
  TOPICS_PAGE,
} from './address.ts';
import { language, line } from './fields.ts';
import type { Fault } from './problem.ts';
import { slugKey } from './slug.ts';

/** The front matter of `content/pages/<slug>.md`: About, Imprint, Privacy. The body is required. */
const pageSchema = z.strictObject({
  /** Plain text. */
  headline: line,
  /** BCP 47. Defaults to the publication's language. */
  language: language.optional(),
});

/** The schemas of the texts that are not articles, by their folders in `content/`. */
export const documentSchemas = { pages: pageSchema };

export type DocumentFolder = keyof typeof documentSchemas;

/** The front matter of each kind. */
export type DocumentFrontMatter<Folder extends DocumentFolder> = z.output<
  (typeof documentSchemas)[Folder]
>;

/** Whether a kind cannot be without a body. */
export const NEEDS_BODY: Readonly<Record<DocumentFolder, boolean>> = { pages: true };

/** The names at the top of the site that it uses itself: its pages, and folders. */
const RESERVED: ReadonlySet<string> = new Set([
  ...[FRONT_PAGE, TOPICS_PAGE, ARCHIVE_PAGE, SEARCH_PAGE, OFFLINE_PAGE, CORRECTIONS_PAGE].map(
    (path) => path.replace('.html', ''),
  ),
  ...['404', 'articles', 'assets', 'authors', 'brand', 'page', 'pagefind', 'series', 'social'],
]);

/** Returns what is wrong with the name of a page; `undefined` if the site does not use it itself. */
export function checkPageName(slug: string): Fault | undefined {
  if (!RESERVED.has(slugKey(slug))) return undefined;
  return {
    wrong: `The site has a page or a folder named "${slug}" of its own.`,
    right: `Choose another name, such as ${slug}-page.md`,
  };
}
