import {
  childNamed,
  childrenOf,
  streamXml,
  textAt,
  xmlText,
  type XmlNode,
} from '../../containers/stream-xml.ts';
import { detached } from '../../containers/detached.ts';
import { FormatError } from '../../document/format-error.ts';
import type { RefusedPart } from '../../document/source-document.ts';
import { slugFrom } from '../../../article/slug.ts';
import type { FormatInput } from '../format.ts';
import { htmlText } from '../html/html-text.ts';
import { readPart } from '../read-part.ts';
import type { Attachment } from './shortcodes.ts';

/** What posts need to know of the rest of an export. */
export interface ExportIndex {
  /** Of the site. */
  readonly base: string | undefined;
  readonly language: string | undefined;
  /** The names that readers see, by the names that authors log in with. */
  readonly authors: ReadonlyMap<string, string>;
  readonly attachments: ReadonlyMap<string, Attachment>;
  /** Attachments that cannot be read, by their numbers. */
  readonly brokenAttachments: ReadonlyMap<string, RefusedPart>;
  /** The slugs of published posts, by the keys of their addresses. */
  readonly slugs: ReadonlyMap<string, string>;
}

/** Elements of a channel that are about the site, and items. */
const PARTS = new Set(['item', 'wp:author', 'language', 'link', 'wp:base_blog_url']);

/** The elements of an export, one after the other. */
export function exportParts(input: FormatInput) {
  return streamXml(input, (name, parent) => parent === 'channel' && PARTS.has(name));
}

/**
 * Reads an export for the first time: authors, pictures and the addresses of posts can be anywhere.
 * @throws FormatError if the XML is broken, so that nothing is written then
 */
export function readIndex(input: FormatInput): ExportIndex {
  const authors = new Map<string, string>();
  const attachments = new Map<string, Attachment>();
  const brokenAttachments = new Map<string, RefusedPart>();
  const slugs = new Map<string, string>();
  let base: string | undefined;
  let language: string | undefined;
  let items = 0;
  for (const { element } of exportParts(input)) {
    if (element.name === 'language') language = detached(xmlText(element).trim());
    if (element.name === 'link') base ??= detached(xmlText(element).trim());
    if (element.name === 'wp:base_blog_url') base = detached(xmlText(element).trim());
    if (element.name === 'wp:author') {
      const login = textAt(element, 'wp:author_login') ?? '';
      authors.set(detached(login), detached(textAt(element, 'wp:author_display_name') ?? ''));
    }
    if (element.name !== 'item') continue;
    items++;
    const id = textAt(element, 'wp:post_id') ?? '';
    if (textAt(element, 'wp:post_type') === 'attachment') {
      const attachment = readPart(`attachment ${id}`, () => attachmentOf(element));
      if ('refused' in attachment) brokenAttachments.set(detached(id), attachment);
      else attachments.set(detached(id), attachment);
    } else if (isPublished(element)) addAddresses(element, id, slugs);
  }
  if (items === 0) {
    throw new FormatError('The export has no items.', 'Export again, with "All content".');
  }
  return { base, language, authors, attachments, brokenAttachments, slugs };
}

/** Whether a visitor of the site could read an item as an article. */
function isPublished(element: XmlNode): boolean {
  return (
    (textAt(element, 'wp:post_type') ?? 'post') === 'post' &&
    (textAt(element, 'wp:status') ?? 'publish') === 'publish' &&
    textAt(element, 'wp:post_password') === undefined &&
    accessOf(element) === undefined
  );
}

/** Who can read a post, if not everybody: `paid_subscribers`. A custom field of Jetpack. */
export function accessOf(element: XmlNode): string | undefined {
  const access = metaValue(element, JETPACK_ACCESS) ?? '';
  return access === '' || access === 'everybody' ? undefined : access;
}

export const JETPACK_ACCESS = '_jetpack_newsletter_access';

function addAddresses(element: XmlNode, id: string, slugs: Map<string, string>): void {
  const slugInFile = slugOf(element);
  if (slugInFile === undefined) return;
  const slug = detached(slugInFile);
  for (const address of [textAt(element, 'link'), textAt(element, 'guid')]) {
    if (address !== undefined) slugs.set(detached(addressKey(address)), slug);
  }
  const host = URL.parse(textAt(element, 'link') ?? '')?.origin;
  if (host !== undefined && id !== '') slugs.set(detached(addressKey(`${host}/?p=${id}`)), slug);
}

/** `wp:post_name`, which is percent-encoded in other writing systems. */
export function slugOf(element: XmlNode): string | undefined {
  const name = textAt(element, 'wp:post_name');
  if (name === undefined) return undefined;
  try {
    return slugFrom(decodeURIComponent(name)) || undefined;
  } catch {
    return slugFrom(name) || undefined;
  }
}

/** The same for `http:` and `https:`, and with or without `www.`, a slash or a fragment at the end. */
export function addressKey(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  const path = url.pathname.replace(/\/+$/, '').toLowerCase();
  const post = url.searchParams.get('p');
  return `${url.host.replace(/^www\./, '')}${path}${post === null ? '' : `?p=${post}`}`;
}

function attachmentOf(element: XmlNode): Attachment {
  const alt = metaValue(element, '_wp_attachment_image_alt');
  const caption = textAt(element, 'excerpt:encoded');
  return {
    url: detached(textAt(element, 'wp:attachment_url') ?? textAt(element, 'guid') ?? ''),
    ...(alt !== undefined && { alt: detached(alt) }),
    ...(caption !== undefined && { caption: detached(htmlText(caption)) }),
  };
}

/** The value of a custom field. */
export function metaValue(element: XmlNode, key: string): string | undefined {
  const meta = childrenOf(element, 'wp:postmeta').find((one) => textAt(one, 'wp:meta_key') === key);
  return meta && xmlText(childNamed(meta, 'wp:meta_value')).trim();
}
