import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { markFate } from '../../document/fate.ts';
import type { SourceDocument } from '../../document/source-document.ts';
import { decodeHtml } from '../decode-html.ts';
import type { Format, FormatInput } from '../format.ts';
import { compareWithJsonLd } from './compare-with-json-ld.ts';
import { footnotesToNotes } from './footnotes.ts';
import { headlineOfBody } from './headline-of-body.ts';
import { moveRepeatedFields } from './move-repeated-fields.ts';
import { parseHtml } from './parse-html.ts';
import { pageFields } from './page-fields.ts';
import { prepareGoogleDocs } from './prepare-google-docs.ts';
import { selectArticle } from './select-article.ts';

/** A page that a browser or SingleFile saved, or a fragment of one. */
export const html: Format = {
  name: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  matches: (start) => PAGE.test(start) || FRAGMENT.test(start),
  read: (input) => {
    const text = decodeHtml(input.bytes, input.encoding);
    return [GOOGLE_DOCS.test(text) ? readGoogleDocs(text, input) : readHtml(text, input)];
  },
};

const PAGE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)[\s>]/i;
/** A block or a heading, or what is in the head of a page. */
const FRAGMENT =
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:article|section|div|main|p|h[1-6]|figure|ul|ol|table|blockquote|meta|title|style|link)(?:\s[^>]*)?>/i;
/** What an unpacked "Web page (.html, zipped)" has. */
const GOOGLE_DOCS = /<body[^>]*\sclass="(?:[^"]* )?doc-content\b/;

/** How to read a page of which all is the article. */
export interface WholePage {
  readonly isWhole: true;
  /** Changes the tree before it is read. */
  readonly prepare?: (tree: Root) => void;
}

/** Reads a page that Google Docs has made: all of it is the article. */
export function readGoogleDocs(text: string, input: FormatInput): SourceDocument {
  return headlineOfBody(readHtml(text, input, { isWhole: true, prepare: prepareGoogleDocs }));
}

/** Reads the article of a page. In a fragment, everything is the article. */
export function readHtml(text: string, input: FormatInput, whole?: WholePage): SourceDocument {
  const isPage = PAGE.test(text.slice(0, 4096));
  const tree = parseHtml(text, { fragment: !isPage });
  whole?.prepare?.(tree);
  omitRunningHeads(tree);
  const base = baseOf(tree, text);
  const { fields, notes: ofFields, articleBody } = pageFields(tree);
  const notes = [...ofFields];
  if (isPage && !whole) {
    notes.push(...selectArticle(tree, base));
    if (articleBody !== undefined) notes.push(...compareWithJsonLd(tree, articleBody));
  }
  if (!whole) moveRepeatedFields(tree, fields);
  footnotesToNotes(tree);
  return {
    tree,
    fields,
    ...(base !== undefined && { base }),
    picture: (src) => pictureOf(src, input),
    notes,
  };
}

/** LibreOffice writes headers and footers of the page into its HTML. */
function omitRunningHeads(tree: Root): void {
  let isOffice = false;
  visit(tree, 'element', (node) => {
    const { name, content, title = '' } = node.properties;
    if (node.tagName === 'meta' && String(name).toLowerCase() === 'generator') {
      isOffice = /^(?:Libre|Open)Office/.test(String(content));
    }
    const isHead = node.tagName === 'div' && /^(?:header|footer)$/.test(title);
    if (isOffice && isHead) markFate(node, { omitted: 'furniture' });
  });
}

/** The address of the page: what it says itself, or what the browser wrote into it. */
function baseOf(tree: Root, text: string): string | undefined {
  const found = new Map<string, string>();
  visit(tree, 'element', ({ tagName, properties }: Element) => {
    const { rel, href, property, content } = properties;
    if (tagName === 'base' && href !== undefined) found.set('base', href);
    if (tagName === 'link' && rel?.includes('canonical') && href !== undefined) {
      found.set('canonical', href);
    }
    if (tagName === 'meta' && property === 'og:url' && typeof content === 'string') {
      found.set('og', content);
    }
  });
  const saved = /saved from url=\(\d+\)(\S+)|^\s*url:\s*(\S+)/im.exec(text.slice(0, 4096));
  const page = found.get('canonical') ?? found.get('og') ?? saved?.[1] ?? saved?.[2];
  const url = URL.parse(found.get('base') ?? page ?? '', page);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** The bytes of a picture in the page, or of a file that the browser saved beside it. */
export function pictureOf(src: string, { readBeside }: FormatInput): Uint8Array | undefined {
  const data = /^data:image\/[\w.+-]+;base64,/i.exec(src)?.[0];
  if (data !== undefined) return Buffer.from(src.slice(data.length), 'base64');
  return /^[a-z][a-z\d+.-]*:|^\/\//i.test(src) ? undefined : readBeside(src.split(/[?#]/)[0] ?? '');
}
