import { FieldCollector } from '../../document/field-collector.ts';
import type { DocumentPart, SourceDocument } from '../../document/source-document.ts';
import type { TextFault } from '../../markdown/prove-article.ts';
import { exportDocument, skippedPart } from '../export-document.ts';
import type { Format, FormatInput } from '../format.ts';
import { htmlText } from '../html/html-text.ts';
import { pictureOf } from '../html/html.ts';
import { textIn, type JsonObject } from '../read-json.ts';
import { hasPaywall, omitGatedBlocks } from './members-only.ts';
import { postBody, withoutSite } from './post-body.ts';
import { exportRows, isPublic, OTHERS, readTables, type PostRows, type Tables } from './tables.ts';
import { readPart } from '../read-part.ts';

/** The JSON export of Ghost (https://docs.ghost.org/migration/custom). */
export const ghost: Format = {
  name: 'ghost',
  extensions: ['json'],
  streams: () => true,
  matches: (start) =>
    /^\s*\{\s*"db"\s*:\s*\[\s*\{\s*"(?:meta|data)"\s*:/.test(start) ||
    (/^\s*\{\s*"(?:db|meta|data)"\s*:/.test(start) && /"(?:exported_on|posts)"/.test(start)),
  read: readExport,
};

function* readExport(input: FormatInput): Generator<DocumentPart> {
  const tables = readTables(input);
  let number = 0;
  for (const { table, row: post } of exportRows(input)) {
    if (table !== 'posts') continue;
    number++;
    const own = { tables, number, input };
    const isPage = textIn(post, 'type') === 'page' || post.page === true || post.page === 1;
    if (!isPage) yield readPart(`post ${number}`, () => postDocument(post, own));
    else
      yield skippedPart(
        'page',
        `page ${number}`,
        ['title', 'html'].map((key) => textIn(post, key)),
      );
  }
}

function postDocument(
  post: JsonObject,
  { tables, number, input }: { tables: Tables; number: number; input: FormatInput },
): SourceDocument {
  const rows = tables.posts.get(textIn(post, 'id') ?? '');
  const collected = new FieldCollector();
  collected.line('headline', 'title', textIn(post, 'title'));
  collected.line('standfirst', 'custom_excerpt', textIn(post, 'custom_excerpt'));
  collected.names('byline', 'authors', authorsOf(post, rows, tables));
  // Names that start with # are for the theme, and no reader has seen them.
  const topics = rows?.tags.filter((name) => !name.startsWith('#'));
  collected.names('topics', 'tags', topics ?? []);
  addStatus(post, collected);
  collected.date('updated', 'updated_at', dateIn(post, 'updated_at'));
  collected.language('locale', textIn(post, 'locale'));
  addPicture(post, rows?.meta, collected);
  for (const key of OTHERS) collected.other(key, textIn({ ...rows?.meta, ...post }, key));
  const slug = textIn(post, 'slug');
  const body = postBody(post);
  return exportDocument(
    {
      collected,
      html: body ?? '',
      part: `post ${number}`,
      ...(slug !== undefined && slug !== 'untitled' && { slug }),
      ...(body === undefined && { doubt: NO_BODY }),
      prepare: (tree) => {
        omitGatedBlocks(tree);
        if (hasPaywall(tree)) addPaywall(post, collected);
      },
      articleAt: (address) => slugIn(address, tables.slugs),
      // The folder of --media is that of the site, or its content/images.
      picture: (src) =>
        pictureOf(src, input) ?? pictureOf(src.replace(/^\/content\/images\//, ''), input),
    },
    input,
  );
}

const NO_BODY: TextFault = {
  wrong:
    'The post has no body, or one that cannot be read: neither HTML, nor Lexical or Mobiledoc.',
  right: 'Open and save it in Ghost, and export again.',
};

/** Ghost 1 has one author, in the post itself. */
function authorsOf(
  post: JsonObject,
  rows: PostRows | undefined,
  { users }: Tables,
): readonly string[] {
  if (rows && rows.authors.length > 0) return rows.authors;
  return [users.get(textIn(post, 'author_id') ?? '') ?? ''];
}

function addStatus(post: JsonObject, collected: FieldCollector): void {
  const status = textIn(post, 'status') ?? 'draft';
  const visibility = textIn(post, 'visibility') ?? 'public';
  if (status === 'published' || status === 'sent') {
    collected.date('published', 'published_at', dateIn(post, 'published_at'));
    if (isPublic(post)) return;
    const note = `The post was not public (${visibility}). It is a draft here.`;
    collected.draft('visibility', visibility, note);
  } else {
    const note = 'The post was scheduled. It is a draft here, which is not published by itself.';
    collected.draft('status', status, status === 'scheduled' ? note : undefined);
    collected.other('published_at', textIn(post, 'published_at'));
  }
}

/** All of a public post can be read by everyone, whatever is marked in it. */
function addPaywall(post: JsonObject, collected: FieldCollector): void {
  const [mark, value] = ['<!--members-only-->', 'members-only'];
  if (textIn(post, 'visibility') === undefined) {
    collected.draft(mark, value, 'A part of the post was for members. It is a draft here.');
  } else if (isPublic(post)) {
    collected.notes.push(
      `The post was public, but a part of it is marked for members (${mark}). It was kept. Check it.`,
    );
  }
}

/** `2021-03-03T14:30:00.000Z`, in old exports milliseconds or `2021-03-03 14:30:00`, always in UTC. */
function dateIn(post: JsonObject, key: string): string | undefined {
  const value = post[key];
  if (typeof value === 'number') return new Date(value).toISOString();
  const text = textIn(post, key);
  return text === undefined || /z$/i.test(text) ? text : `${text}Z`;
}

function addPicture(
  post: JsonObject,
  meta: JsonObject | undefined,
  collected: FieldCollector,
): void {
  const src = textIn(post, 'feature_image');
  if (src === undefined) return;
  const alt = textIn(meta, 'feature_image_alt') ?? textIn(post, 'feature_image_alt');
  const caption = textIn(meta, 'feature_image_caption') ?? textIn(post, 'feature_image_caption');
  collected.image('feature_image', {
    src: withoutSite(src),
    ...(alt !== undefined && { alt }),
    ...(caption !== undefined && { caption: htmlText(caption) }),
  });
}

/** A post's address ends with its slug: `/harbour/`, `/2021/03/03/harbour/`. */
function slugIn(address: string, slugs: ReadonlySet<string>): string | undefined {
  if (!address.startsWith('/')) return undefined;
  const slug = address.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1);
  return slug !== undefined && slugs.has(slug) ? slug : undefined;
}
