import { z } from 'zod';
import {
  ARCHIVE_PAGE,
  CORRECTIONS_PAGE,
  FRONT_PAGE,
  OFFLINE_PAGE,
  SEARCH_PAGE,
  TOPICS_PAGE,
} from './address.ts';
import { language, line, listOf, webAddress } from './fields.ts';
import { picturePath, toRelativePath } from './picture-path.ts';
import type { Fault } from './problem.ts';
import { slugKey } from './slug.ts';

/** The front matter of `content/pages/<slug>.md`: About, Imprint, Privacy. The body is required. */
const pageSchema = z.strictObject({
  /** Plain text. */
  headline: line,
  /** BCP 47. Defaults to the publication's language. */
  language: language.optional(),
});

/** `content/authors/<slug>.md`. The body is the biography, and can be missing. */
const authorSchema = z.strictObject({
  /** As it is shown. Bylines with this name, the aliases, or the slug belong to the author. */
  name: line,
  /** Other spellings in bylines: one or a list. */
  aliases: listOf(line).optional(),
  /** For example `Foreign correspondent`. */
  role: line.optional(),
  /** The path of a picture beside the file. */
  picture: z
    .preprocess(
      (path) => (typeof path === 'string' ? toRelativePath(path.trim()) : path),
      picturePath,
    )
    .optional(),
  /** Pages elsewhere, such as profiles. */
  links: z.array(z.strictObject({ name: line, url: webAddress })).optional(),
  /** Of the biography and the role (BCP 47). Defaults to the publication's. */
  language: language.optional(),
});

/** `content/topics/<slug>.md`. The body introduces the topic. */
const topicSchema = z.strictObject({
  /** As it is shown: the topic in the publisher's spelling. */
  name: line,
  language: language.optional(),
});

/** The schemas of the texts that are not articles, by their folders in `content/`. */
export const documentSchemas = { pages: pageSchema, authors: authorSchema, topics: topicSchema };

export type DocumentFolder = keyof typeof documentSchemas;

/** The front matter of each kind. */
export type DocumentFrontMatter<Folder extends DocumentFolder> = z.output<
  (typeof documentSchemas)[Folder]
>;

/** Whether a kind cannot be without a body. */
export const NEEDS_BODY: Readonly<Record<DocumentFolder, boolean>> = {
  pages: true,
  authors: false,
  topics: true,
};

/** The names at the top of the site that it uses itself: its pages, and folders. */
export const RESERVED: ReadonlySet<string> = new Set([
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
