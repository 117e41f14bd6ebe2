import type { Element, Root } from 'hast';
import { directionOf } from '../../article/language.ts';
import type { Root as MarkdownRoot } from 'mdast';
import { readLinkTarget } from '../../markdown/link-target.ts';
import { LimitError } from '../../markdown/limits.ts';
import type { TextFault } from '../markdown/prove-article.ts';
import type { ConversionContext } from './conversion-context.ts';
import { headingsAtTop } from './headings-at-top.ts';
import { limitTree } from './limit-tree.ts';
import { embedAddress, embedText } from './to-embed.ts';
import { markFate, OMIT_REASONS } from './fate.ts';
import { EMBEDS, Ledger, refusals, type LedgerEntry } from './ledger.ts';
import { PictureFiles, type PictureFile } from './picture-files.ts';
import { proveDocument, type ExpectedPage } from './prove-document.ts';
import { renderedText } from './rendered-text.ts';
import { element, type Fields, type SourceDocument } from './source-document.ts';
import { CARE, stringify } from './stringify.ts';
import { toBlocks } from './to-blocks.ts';
import { collapse, plainTextOf } from './tree.ts';
import { writeFields, type ImageFile } from './write-fields.ts';

/** An article from a document, proved; or why there is none. */
export type DocumentConversion =
  | {
      readonly ok: true;
      readonly markdown: string;
      readonly fields: Fields;
      readonly pictures: readonly PictureFile[];
      readonly ledger: readonly LedgerEntry[];
      readonly notes: readonly string[];
      readonly blocks: number;
      /** Links to other articles of the file: the slug in the Markdown, and the original address. */
      readonly siblings: ReadonlyMap<string, string>;
    }
  | {
      readonly ok: false;
      readonly faults: readonly TextFault[];
      readonly ledger: readonly LedgerEntry[];
    };

export interface DocumentOptions {
  readonly acceptOmissions: boolean;
  /** The article's (BCP 47). */
  readonly language: string;
}

/**
 * Converts a document to the file of an article, with its pictures and its ledger.
 * @throws FormatError if the tree is too deep or too large
 */
export function convertDocument(
  document: SourceDocument,
  { acceptOmissions, language }: DocumentOptions,
): DocumentConversion {
  const fail = (...faults: TextFault[]): DocumentConversion => ({ ok: false, faults, ledger: [] });
  limitTree(document.tree);
  const fields = withHeadline(document);
  if (!fields.headline) return fail(NO_HEADLINE);
  const { context, pictures, notes, siblings } = contextFor(document, language);
  const lead = leadPicture(document, fields, pictures);
  const body: MarkdownRoot = {
    type: 'root',
    children: toBlocks(document.tree.children.filter(isContent), context),
  };
  const ledger = context.ledger.entries(document.tree);
  if (context.ledger.doubled) return { ...fail(DOUBLED), ledger };
  const refused = acceptOmissions ? [] : refusals(ledger);
  if (refused.length > 0) {
    const faults = refused.map((entry) => toFault(entry, pictures.adviceFor(entry.value)));
    return { ...fail(...faults), ledger };
  }
  for (const { kind, value, fate } of ledger) {
    const advice = kind === 'picture' && fate !== 'kept' ? pictures.adviceFor(value) : undefined;
    if (advice !== undefined)
      context.note(`The picture ${value.slice(0, 100)} was left out. ${advice}`);
  }
  const expected = expectedPage(document.tree, context);
  const frontMatter = writeFields(lead === undefined ? withoutImage(fields) : fields, lead);
  let faults: readonly TextFault[] = [];
  for (const care of CARE) {
    const markdown = `${frontMatter}\n${stringify(body, care)}`;
    try {
      faults = proveDocument(markdown, expected, language);
    } catch (error) {
      if (!(error instanceof LimitError)) throw error;
      // Emphasis is not the reason, so do not try without it.
      return { ...fail({ wrong: error.message, right: error.right }), ledger };
    }
    if (faults.length > 0) continue;
    if (care === 'without emphasis') context.note('Emphasis was removed: Markdown cannot show it.');
    const files = pictures.files();
    const count = body.children.length;
    return {
      ok: true,
      markdown,
      fields,
      pictures: files,
      ledger,
      notes: [...notes],
      blocks: count,
      siblings,
    };
  }
  return { ok: false, faults, ledger };
}

function isContent(
  node: Root['children'][number],
): node is Exclude<typeof node, { type: 'doctype' }> {
  return node.type !== 'doctype';
}

/**
 * The headline of the metadata, or the first heading. A heading that repeats it is moved, too. Neither
 * is taken out of the middle of the text: a section would lose its heading.
 */
function withHeadline({ tree, fields }: SourceDocument): Fields {
  const headings = headingsAtTop(tree);
  const first = headings.find(({ tagName }) => tagName === 'h1') ?? headings[0];
  const { headline } = fields;
  if (!headline && first) {
    markFate(first, { moved: 'headline' });
    return { ...fields, headline: { value: plainTextOf(first), origin: `<${first.tagName}>` } };
  }
  const repeated = headings.find((heading) => plainTextOf(heading) === headline?.value);
  if (repeated && !hasPicture(repeated)) markFate(repeated, { moved: 'headline' });
  return fields;
}

function hasPicture(node: Element): boolean {
  return node.children.some(
    (child) => child.type === 'element' && (child.tagName === 'img' || hasPicture(child)),
  );
}

function contextFor(
  { base, picture, notes: documentNotes, articleAt, slug: own }: SourceDocument,
  language: string,
) {
  const pictures = new PictureFiles();
  const notes = new Set(documentNotes);
  const siblings = new Map<string, string>();
  const resolveLink = (href: string): string | undefined => {
    const trimmed = href.trim();
    const url = URL.parse(trimmed, base)?.href;
    const slug = articleAt?.(url ?? trimmed);
    if (slug !== undefined && slug !== own) {
      siblings.set(slug, url ?? trimmed);
      return `${slug}.md`;
    }
    if (url === undefined || !/^(?:https?|mailto|tel):/i.test(url)) return undefined;
    const target = readLinkTarget(url, undefined);
    return target.kind === 'link' ? target.href : undefined;
  };
  const context: ConversionContext = {
    ledger: new Ledger(),
    language,
    isRightToLeft: directionOf(language) === 'rtl',
    resolveLink,
    resolvePicture: (image) => {
      for (const src of sourcesOf(image)) {
        const bytes = picture(src);
        const path = bytes && pictures.add(src, bytes);
        if (path !== undefined) return path;
        const url = resolveLink(src);
        if (bytes === undefined && url !== undefined && /^https?:/.test(url)) return url;
      }
      return undefined;
    },
    note: (sentence) => notes.add(sentence),
  };
  return { context, pictures, notes, siblings };
}

/** The addresses of a picture, with those that scripts load later. */
function sourcesOf({ properties }: Element): string[] {
  const lazy = [properties.dataSrc, properties.dataOriginal, properties.dataLazySrc];
  const set =
    typeof properties.srcSet === 'string' ? properties.srcSet.split(',').at(-1) : undefined;
  const sources = [properties.src, ...lazy, set?.trim().split(/\s/)[0]];
  const addresses = sources.filter((src): src is string => typeof src === 'string' && src !== '');
  // A picture of a pixel or two stands for one that comes later.
  const isPlaceholder = (src: string): boolean => /^data:/i.test(src) && src.length < 300;
  return [...addresses.filter((src) => !isPlaceholder(src)), ...addresses.filter(isPlaceholder)];
}

/**
 * The picture at the head of the article. A remote picture, or one without alternative text, can only
 * be in the body: it replaces the metadata that names it.
 * @returns `undefined` if it is in the body now
 */
function leadPicture(
  { tree, picture }: SourceDocument,
  { image }: Fields,
  pictures: PictureFiles,
): ImageFile | undefined {
  const { src, alt, caption, credit } = image?.value ?? {};
  if (src === undefined) return {};
  const bytes = picture(src);
  const path = bytes && pictures.add(src, bytes);
  if (path !== undefined && alt !== undefined) return { file: path, alt };
  const index = tree.children.findIndex(
    (node) => node.type === 'element' && node.tagName === 'data' && plainTextOf(node) === src,
  );
  const words = [caption, credit].filter((text) => text !== undefined).join(' ');
  const figure = element('figure', {}, [
    element('img', { src, alt: alt ?? '' }),
    ...(words === '' ? [] : [element('figcaption', {}, [{ type: 'text', value: words }])]),
  ]);
  tree.children.splice(index === -1 ? 0 : index, index === -1 ? 0 : 1, figure);
  tree.children = tree.children.filter((node) => !isMovedToImage(node));
  return undefined;
}

function isMovedToImage(node: Root['children'][number]): boolean {
  const fate = node.type === 'element' ? node.data?.fate : undefined;
  return fate !== undefined && 'moved' in fate && fate.moved === 'image';
}

function withoutImage(fields: Fields): Fields {
  const entries = Object.entries(fields).filter(([key]) => key !== 'image');
  return Object.fromEntries(entries);
}

/** What the page must show, read from the document itself and not from the Markdown. */
function expectedPage(tree: Root, context: ConversionContext): ExpectedPage {
  const { ledger, resolveLink, resolvePicture } = context;
  const links: string[] = [];
  const pictures: string[] = [];
  const text = renderedText(
    tree,
    (node) => ledger.isKept(node, 'text'),
    (node) => {
      if (node.data?.fate !== undefined) return { own: '' };
      if (ledger.isKept(node, 'href'))
        links.push(pageAddress(resolveLink(node.properties.href ?? '') ?? ''));
      if (node.tagName === 'note') return 'note';
      if (EMBEDS.has(node.tagName) && ledger.isKept(node, 'embed')) {
        const url = embedAddress(node, context) ?? '';
        links.push(url);
        return { own: embedText(node, url) };
      }
      if (node.tagName !== 'img') return 'children';
      if (!ledger.isKept(node, 'src')) return { own: '' };
      const address = resolvePicture(node) ?? '';
      if (!/^https?:/i.test(address)) {
        pictures.push(address);
        return { own: '' };
      }
      links.push(address);
      return { own: collapse(node.properties.alt ?? '').trim() || address };
    },
  );
  return { text, links, pictures };
}

/** The address of a link as the page has it: `other.md` is `other.html` there. */
function pageAddress(url: string): string {
  return url.endsWith('.md') && !/^\w+:/.test(url) ? encodeURI(url.replace(/md$/, 'html')) : url;
}

function toFault({ kind, value, place, fate }: LedgerEntry, advice?: string): TextFault {
  const reason = typeof fate === 'object' && 'omitted' in fate ? fate.omitted : 'unsupported';
  const what = value.trim() === '' ? kind : `${kind} "${collapse(value).trim()}"`;
  return {
    key: place.split(' > ').slice(-3).join(' > '),
    wrong: `The ${what} would be left out (${OMIT_REASONS[reason].words}).`,
    right: [advice, 'To leave it out, add --accept-omissions'].filter(Boolean).join(' '),
  };
}

const NO_HEADLINE: TextFault = {
  wrong: 'The document has no headline: neither a title nor a heading at its start.',
  right: 'Add a title, or a heading at the start.',
};
const DOUBLED: TextFault = {
  wrong: 'A part of the document would be on the page twice.',
  right: 'This is a bug, so nothing was written. Please report it, with the file.',
};
