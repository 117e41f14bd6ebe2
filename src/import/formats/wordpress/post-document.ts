import {
  childNamed,
  childrenOf,
  textAt,
  xmlText,
  type XmlItem,
  type XmlNode,
} from '../../containers/stream-xml.ts';
import { FieldCollector } from '../../document/field-collector.ts';
import { elementWithFate, type SourceDocument } from '../../document/source-document.ts';
import { exportDocument } from '../export-document.ts';
import { controlsNote } from '../feeds/rss.ts';
import type { FormatInput } from '../format.ts';
import { htmlText } from '../html/html-text.ts';
import { autop } from './autop.ts';
import { hasBlocks, linkAddresses, readBlocks } from './blocks.ts';
import {
  accessOf,
  addressKey,
  JETPACK_ACCESS,
  metaValue,
  slugOf,
  type ExportIndex,
} from './export-index.ts';
import { readShortcodes } from './shortcodes.ts';
import { withFootnotes } from './footnotes.ts';
import { uploadedFile } from './uploaded-file.ts';

/** Custom fields that are used. */
const USED_META = new Set([
  '_thumbnail_id',
  '_wp_attachment_image_alt',
  'footnotes',
  JETPACK_ACCESS,
]);

/** A post of an export. */
export function postDocument(
  { element, controls }: XmlItem,
  { base, language, authors, attachments, slugs }: ExportIndex,
  { part, input }: { readonly part: string; readonly input: FormatInput },
): SourceDocument {
  const collected = new FieldCollector();
  collected.line('headline', '<title>', htmlText(textAt(element, 'title') ?? ''));
  collected.line(
    'standfirst',
    '<excerpt:encoded>',
    htmlText(textAt(element, 'excerpt:encoded') ?? ''),
  );
  addAuthor(textAt(element, 'dc:creator'), authors, collected);
  addDates(element, collected);
  collected.language('<language>', language);
  addCategories(element, collected);
  addLeadPicture(metaValue(element, '_thumbnail_id') ?? '', attachments, collected);
  addStatus(element, collected);
  const link = textAt(element, 'link');
  collected.other('<link>', link);
  for (const meta of childrenOf(element, 'wp:postmeta')) {
    const key = textAt(meta, 'wp:meta_key') ?? '';
    if (!USED_META.has(key)) collected.other(key, textAt(meta, 'wp:meta_value'));
  }
  if (controls > 0) collected.notes.push(controlsNote(controls));
  const html = withFootnotes(
    xmlText(childNamed(element, 'content:encoded')),
    metaValue(element, 'footnotes'),
  );
  const slug = slugOf(element);
  const document = exportDocument(
    {
      collected,
      html,
      part,
      ...(link !== undefined || base !== undefined ? { base: link ?? base ?? '' } : {}),
      ...(slug !== undefined && { slug }),
      articleAt: (address) => slugs.get(addressKey(address)),
      picture: (src) => uploadedFile(src, input),
    },
    input,
  );
  const { tree } = document;
  readShortcodes(tree, html, {
    find: (id) => attachments.get(id),
    note: (sentence) => collected.notes.push(sentence),
  });
  readBlocks(tree);
  if (!hasBlocks(html)) {
    autop(tree);
    linkAddresses(tree);
  }
  tree.children.push(...commentsOf(element));
  return document;
}

function addAuthor(
  login: string | undefined,
  authors: ExportIndex['authors'],
  collected: FieldCollector,
): void {
  if (login === undefined) return;
  const name = authors.get(login);
  // Old exports have no list of authors, and their names here.
  if (authors.size === 0) collected.names('byline', '<dc:creator>', [login]);
  else if (name !== undefined && name !== '') {
    collected.names('byline', '<wp:author_display_name>', [name]);
  } else collected.other('<dc:creator>', login);
}

function addLeadPicture(
  id: string,
  attachments: ExportIndex['attachments'],
  collected: FieldCollector,
): void {
  // Without a picture, some plugins write 0 or -1.
  if (!/^[1-9]/.test(id)) return;
  const thumbnail = attachments.get(id);
  if (thumbnail) {
    const { url: src, ...words } = thumbnail;
    collected.image('_thumbnail_id', { src, ...words });
  } else {
    collected.notes.push(
      `The lead picture, attachment ${id}, is broken or not in the export. It was left out.`,
    );
  }
}

function addDates(element: XmlNode, collected: FieldCollector): void {
  const utc = (name: string): string | undefined => {
    const time = textAt(element, name);
    return time === undefined || time.startsWith('0000') ? undefined : `${time}Z`;
  };
  const local = textAt(element, 'wp:post_date');
  const published = utc('wp:post_date_gmt');
  if (published !== undefined) collected.date('published', '<wp:post_date_gmt>', published);
  // Drafts have no date of their own, only that of their last change.
  else if (textAt(element, 'wp:status') === 'publish' && local?.startsWith('0000') === false) {
    collected.date('published', '<wp:post_date>', local);
  }
  collected.date('updated', '<wp:post_modified_gmt>', utc('wp:post_modified_gmt'));
}

function addCategories(element: XmlNode, collected: FieldCollector): void {
  for (const category of childrenOf(element, 'category')) {
    const { domain, nicename } = category.attributes;
    const name = htmlText(xmlText(category));
    const isTopic = domain === 'category' || domain === 'post_tag' || domain === undefined;
    // WordPress puts posts there of which nobody has chosen the category.
    if (isTopic && nicename !== 'uncategorized') collected.names('topics', '<category>', [name]);
    else collected.other(`<category domain="${domain ?? ''}">`, name);
  }
}

const STATUS_NOTES: Readonly<Record<string, string>> = {
  private: 'The post was private. It is a draft here.',
  future: 'The post was scheduled. It is a draft here, which is not published by itself.',
  pending: 'The post was waiting for review. It is a draft here.',
};

function addStatus(element: XmlNode, collected: FieldCollector): void {
  const status = textAt(element, 'wp:status') ?? 'publish';
  const access = accessOf(element);
  if (status !== 'publish') collected.draft('<wp:status>', status, STATUS_NOTES[status]);
  else if (textAt(element, 'wp:post_password') !== undefined) {
    collected.draft(
      '<wp:post_password>',
      'password',
      'The post had a password. It is a draft here.',
    );
  } else if (access !== undefined) {
    const note = `The post was not public (${access}). It is a draft here.`;
    collected.draft(JETPACK_ACCESS, access, note);
  }
}

/** The comments of readers. Their addresses stay where they are. */
function commentsOf(element: XmlNode) {
  return childrenOf(element, 'wp:comment').flatMap((comment) =>
    ['wp:comment_author', 'wp:comment_content'].flatMap((name) => {
      const value = textAt(comment, name);
      return value === undefined
        ? []
        : [elementWithFate({ omitted: 'comment' }, [{ type: 'text', value }], 'div')];
    }),
  );
}
