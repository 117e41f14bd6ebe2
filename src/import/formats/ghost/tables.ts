import { streamJson } from '../../containers/stream-json.ts';
import { FormatError } from '../../document/format-error.ts';
import type { FormatInput } from '../format.ts';
import { isObject, textIn, type JsonObject } from '../read-json.ts';

/** What posts need of the tables of an export. */
export interface Tables {
  /** Names, by ids. */
  readonly tags: ReadonlyMap<string, string>;
  readonly users: ReadonlyMap<string, string>;
  /** Ids of tags and users in their order, by the ids of posts. */
  readonly tagsOf: (post: string) => readonly string[];
  readonly authorsOf: (post: string) => readonly string[];
  /** Rows of `posts_meta`, by the ids of posts. */
  readonly meta: ReadonlyMap<string, JsonObject>;
  /** Of published posts. */
  readonly slugs: ReadonlySet<string>;
}

/** Exports of old versions have no databases, only data. */
const ROWS = ['$.db.*.data.*.*', '$.data.*.*'];

/** The rows of an export, with the names of their tables. */
export function* exportRows(input: FormatInput): Generator<{ table: string; row: JsonObject }> {
  for (const { path, value } of streamJson(input, ROWS)) {
    if (isObject(value)) yield { table: String(path.at(-2)), row: value };
  }
}

/** In rows that are kept while posts are read. They need 200 MB. */
const MAX_ROWS = 1_000_000;
/** Keys of `posts_meta` that are used. A row can also have the texts of e-mails. */
const META = ['feature_image_alt', 'feature_image_caption', 'meta_title', 'meta_description', 'og_title', 'og_description', 'canonical_url']; // prettier-ignore

/**
 * Reads an export for the first time: tables can be in any order.
 * @throws FormatError if the JSON is broken, so that nothing is written then
 */
export function readTables(input: FormatInput): Tables {
  const tags = new Map<string, string>();
  const users = new Map<string, string>();
  const postTags = new Links('tag_id');
  const postAuthors = new Links('author_id');
  const meta = new Map<string, JsonObject>();
  const slugs = new Set<string>();
  let rows = 0;
  let posts = 0;
  for (const { table, row } of exportRows(input)) {
    const id = textIn(row, 'id') ?? '';
    if (table === 'posts') {
      posts++;
      const slug = textIn(row, 'slug');
      if (slug !== undefined && isPublished(row)) slugs.add(slug);
    } else if (table === 'tags') tags.set(id, textIn(row, 'name') ?? '');
    else if (table === 'users') users.set(id, textIn(row, 'name') ?? '');
    else if (table === 'posts_tags') postTags.add(row);
    else if (table === 'posts_authors') postAuthors.add(row);
    else if (table === 'posts_meta') addMeta(row, meta);
    else continue;
    if (++rows > MAX_ROWS) {
      const limit = MAX_ROWS.toLocaleString('en');
      throw new FormatError(
        `The export has more than ${limit} posts, tags and authors.`,
        'Check where the file comes from.',
      );
    }
  }
  if (posts === 0) throw new FormatError('The export has no posts.', 'Export the content again.');
  const tagsOf = (post: string): readonly string[] => postTags.of(post);
  const authorsOf = (post: string): readonly string[] => postAuthors.of(post);
  return { tags, users, tagsOf, authorsOf, meta, slugs };
}

/** A table that says what posts have. */
class Links {
  readonly #key: string;
  readonly #ids = new Map<string, { readonly id: string; readonly order: number }[]>();

  /** @param key of the ids of what posts have */
  constructor(key: string) {
    this.#key = key;
  }

  add(row: JsonObject): void {
    const post = textIn(row, 'post_id');
    if (post === undefined) return;
    const link = { id: textIn(row, this.#key) ?? '', order: Number(row.sort_order ?? 0) };
    const links = this.#ids.get(post);
    if (links) links.push(link);
    else this.#ids.set(post, [link]);
  }

  of(post: string): string[] {
    const links = this.#ids.get(post) ?? [];
    return links.toSorted((a, b) => a.order - b.order).map(({ id }) => id);
  }
}

function addMeta(row: JsonObject, meta: Map<string, JsonObject>): void {
  const post = textIn(row, 'post_id');
  const used = META.map((key) => [key, textIn(row, key)] as const).filter(([, text]) => text);
  if (post !== undefined && used.length > 0) meta.set(post, Object.fromEntries(used));
}

function isPublished(post: JsonObject): boolean {
  const isPost = (textIn(post, 'type') ?? 'post') === 'post';
  return isPost && ['published', 'sent'].includes(textIn(post, 'status') ?? '') && isPublic(post);
}

/** Whether everybody can read a post, and not only members. */
export function isPublic(post: JsonObject): boolean {
  return (textIn(post, 'visibility') ?? 'public') === 'public';
}
