import { streamJson } from '../../containers/stream-json.ts';
import { FormatError } from '../../document/format-error.ts';
import type { FormatInput } from '../format.ts';
import { isObject, textIn, type JsonObject } from '../read-json.ts';

/** What posts need of the tables of an export. */
export interface Tables {
  /** By the ids of posts. */
  readonly posts: ReadonlyMap<string, PostRows>;
  /** Names of users, by their ids. */
  readonly users: ReadonlyMap<string, string>;
  /** Of published posts. */
  readonly slugs: ReadonlySet<string>;
}

/** What the tables say about a post. */
export interface PostRows {
  /** Names, in their order. Empty if there is none. */
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  /** The used keys of its row in `posts_meta`. */
  readonly meta: JsonObject | undefined;
}

/** Exports of old versions have no databases, only data. */
const ROWS = ['$.db.*.data.*.*', '$.data.*.*'];

/** The rows of an export, with the names of their tables. */
export function* exportRows(input: FormatInput): Generator<{ table: string; row: JsonObject }> {
  for (const { path, value } of streamJson(input, ROWS)) {
    if (isObject(value)) yield { table: String(path.at(-2)), row: value };
  }
}

/** In rows that are kept until all tables are read. They need 200 MB. */
const MAX_ROWS = 1_000_000;
/** Keys whose values readers have seen, but for which an article has no place. */
export const OTHERS = [
  'meta_title',
  'meta_description',
  'og_title',
  'og_description',
  'canonical_url',
] as const;
/** Keys of `posts_meta` that are used. A row can also have the texts of e-mails. */
const META = ['feature_image_alt', 'feature_image_caption', ...OTHERS];

/**
 * Reads an export for the first time: tables can be in any order.
 * @throws FormatError if the JSON is broken, so that nothing is written then
 */
export function readTables(input: FormatInput): Tables {
  const tags = new Map<string, string>();
  const users = new Map<string, string>();
  const slugs = new Set<string>();
  const unresolved = new Map<string, UnresolvedRows>();
  let rows = 0;
  let hasPosts = false;
  for (const { table, row } of exportRows(input)) {
    if (table === 'posts') {
      hasPosts = true;
      const slug = textIn(row, 'slug');
      if (slug !== undefined && isPublished(row)) slugs.add(slug);
    } else if (table === 'tags') tags.set(textIn(row, 'id') ?? '', textIn(row, 'name') ?? '');
    else if (table === 'users') users.set(textIn(row, 'id') ?? '', textIn(row, 'name') ?? '');
    else if (!addRow(table, row, unresolved)) continue;
    if (++rows > MAX_ROWS) {
      const limit = MAX_ROWS.toLocaleString('en');
      throw new FormatError(
        `The export has more than ${limit} posts, tags and authors.`,
        'Check where the file comes from.',
      );
    }
  }
  if (!hasPosts) throw new FormatError('The export has no posts.', 'Export the content again.');
  // Only names, which posts share: of 1 GB, all else would be most of the memory.
  const posts = new Map(
    Array.from(unresolved, ([post, links]): [string, PostRows] => [
      post,
      { tags: names(links.tags, tags), authors: names(links.authors, users), meta: links.meta },
    ]),
  );
  return { posts, users, slugs };
}

interface Link {
  readonly id: string;
  readonly order: number;
}

interface UnresolvedRows {
  readonly tags: Link[];
  readonly authors: Link[];
  meta: JsonObject | undefined;
}

/** @returns whether the row is about a post */
function addRow(table: string, row: JsonObject, posts: Map<string, UnresolvedRows>): boolean {
  const id = textIn(row, 'post_id');
  if (id === undefined) return false;
  const known = posts.get(id);
  const post = known ?? { tags: [], authors: [], meta: undefined };
  const order = Number(row.sort_order ?? 0);
  if (table === 'posts_tags') post.tags.push({ id: textIn(row, 'tag_id') ?? '', order });
  else if (table === 'posts_authors')
    post.authors.push({ id: textIn(row, 'author_id') ?? '', order });
  else if (table === 'posts_meta') post.meta = usedMeta(row);
  else return false;
  if (!known) posts.set(id, post);
  return true;
}

function names(links: readonly Link[], byId: ReadonlyMap<string, string>): string[] {
  return links.toSorted((a, b) => a.order - b.order).map(({ id }) => byId.get(id) ?? '');
}

function usedMeta(row: JsonObject): JsonObject | undefined {
  const used = META.map((key) => [key, textIn(row, key)] as const).filter(([, text]) => text);
  return used.length === 0 ? undefined : Object.fromEntries(used);
}

function isPublished(post: JsonObject): boolean {
  const isPost = (textIn(post, 'type') ?? 'post') === 'post';
  return isPost && ['published', 'sent'].includes(textIn(post, 'status') ?? '') && isPublic(post);
}

/** Whether everybody can read a post, and not only members. */
export function isPublic(post: JsonObject): boolean {
  return (textIn(post, 'visibility') ?? 'public') === 'public';
}
