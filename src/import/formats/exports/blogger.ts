import { detached } from '../../containers/detached.ts';
import {
  childNamed,
  childrenOf,
  streamXml,
  textAt,
  xmlText,
  type XmlItem,
  type XmlNode,
} from '../../containers/stream-xml.ts';
import type { DocumentPart, SourceDocument } from '../../document/source-document.ts';
import { markFate } from '../../document/fate.ts';
import { FormatError } from '../../document/format-error.ts';
import { metadata } from '../../document/source-document.ts';
import { skippedPart } from '../export-document.ts';
import { atomDocument, atomLink, plainText } from '../feeds/atom.ts';
import type { Format, FormatInput } from '../format.ts';
import { addressKey } from '../wordpress/export-index.ts';
import { breaksToParagraphs } from './breaks-to-paragraphs.ts';
import { xmlRoot } from '../xml-root.ts';
import { readPart } from '../read-part.ts';

/** The export of Blogger: Atom in which posts, pages, comments and settings are entries. */
export const blogger: Format = {
  name: 'blogger',
  extensions: ['xml', 'atom'],
  streams: () => true,
  matches: (start) =>
    xmlRoot(start) === 'feed' &&
    /schemas\.google\.com\/(?:blogger|g\/2005#kind)|<id>tag:blogger\.com/.test(start),
  read: readExport,
};

const KIND = 'http://schemas.google.com/g/2005#kind';

function entries(input: FormatInput) {
  return streamXml(input, (name, parent) => name === 'entry' && parent === 'feed');
}

function* readExport(input: FormatInput): Generator<DocumentPart> {
  const slugs = new Map<string, string>();
  let number = 0;
  for (const { element } of entries(input)) {
    number++;
    const path = pathOf(element);
    const slug = slugOf(path);
    if (path === undefined || slug === undefined) continue;
    if (kindOf(element) === 'post' && statusOf(element) === 'live') {
      slugs.set(detached(pathKey(path)), detached(slug));
    }
  }
  if (number === 0) {
    throw new FormatError('The export has no entries.', 'Export the blog again.');
  }
  number = 0;
  for (const item of entries(input)) {
    number++;
    const { element } = item;
    const kind = kindOf(element);
    const status = statusOf(element);
    if (kind === 'post' && status !== 'trashed') {
      const own = { slugs, number, input };
      yield readPart(`entry ${number}`, () => postDocument(item, own));
    } else {
      const what = kind === 'post' ? 'trashed post' : kind;
      const texts = ['title', 'content'].map((name) => xmlText(childNamed(element, name)));
      yield skippedPart(what, `entry ${number}`, texts);
    }
  }
}

/** `post`, `page`, `comment`, `template` or `settings`. */
function kindOf(element: XmlNode): string {
  const type = textAt(element, 'blogger:type');
  if (type !== undefined) return type.toLowerCase();
  const term = childrenOf(element, 'category').find(({ attributes }) => attributes.scheme === KIND)
    ?.attributes.term;
  return term?.split('#')[1] ?? 'post';
}

/** `live`, `draft`, `scheduled` or `trashed`. */
function statusOf(element: XmlNode): string {
  const status = textAt(element, 'blogger:status')?.toLowerCase();
  if (status === 'soft_trashed' || textAt(element, 'blogger:trashed') !== undefined)
    return 'trashed';
  if (status !== undefined) return status;
  return textAt(childNamed(element, 'app:control'), 'app:draft') === 'yes' ? 'draft' : 'live';
}

function pathOf(element: XmlNode): string | undefined {
  return atomLink(element) ?? textAt(element, 'blogger:filename');
}

function slugOf(path: string | undefined): string | undefined {
  return /(?<slug>[^/]+)\.html$/.exec(path?.split(/[?#]/)[0] ?? '')?.groups?.slug;
}

/** Exports of the newer kind have no hosts: the path alone tells a post. */
function pathKey(address: string): string {
  const path = URL.parse(address, 'https://blog.example')?.pathname ?? address;
  return addressKey(`https://blog.example${path}`);
}

function postDocument(
  item: XmlItem,
  {
    slugs,
    number,
    input,
  }: { slugs: ReadonlyMap<string, string>; number: number; input: FormatInput },
): SourceDocument {
  const { element } = item;
  const parts = childrenOf(element).filter(
    ({ name, attributes }) => attributes.scheme !== KIND && !/^(?:blogger|app|thr):/.test(name),
  );
  const document = atomDocument(
    { ...item, element: { ...item.element, children: parts } },
    { base: undefined, language: undefined, authors: [] },
    { number, input },
  );
  breaksToParagraphs(document.tree);
  const path = pathOf(element);
  const host = URL.parse(atomLink(element) ?? '')?.host;
  const slug = slugOf(path);
  const status = statusOf(element);
  const shared = {
    ...document,
    ...(slug !== undefined && { slug }),
    articleAt: (address: string) => {
      const url = URL.parse(address);
      // Without a host of its own, a blog is known by the paths of its posts.
      const isOwn =
        !url || host === undefined || url.host.replace(/^www\./, '') === host.replace(/^www\./, '');
      return isOwn ? slugs.get(pathKey(address)) : undefined;
    },
    ...(document.doubt && { doubt: NO_TEXT }),
  };
  if (status === 'live') return shared;
  const { published, updated, ...fields } = document.fields;
  for (const node of document.tree.children) {
    const fate = node.type === 'element' ? node.data?.fate : undefined;
    const isDate =
      fate && 'moved' in fate && (fate.moved === 'published' || fate.moved === 'updated');
    if (isDate && node.type === 'element') markFate(node, { omitted: 'metadata' });
  }
  document.tree.children.unshift(metadata('status', status, 'draft'));
  return {
    ...shared,
    fields: { ...fields, draft: { value: true, origin: 'status' } },
    notes:
      status === 'scheduled'
        ? [
            ...document.notes,
            `The post "${plainText(childNamed(element, 'title'))}" was scheduled for ${published?.value ?? updated?.value ?? 'later'}. It is a draft here.`,
          ]
        : document.notes,
  };
}

const NO_TEXT = {
  wrong: 'The post has no text, only a title.',
  right: 'Write its text, or delete it.',
};
