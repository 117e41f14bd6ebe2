import {
  childrenOf,
  childNamed,
  textAt,
  xmlText,
  type XmlItem,
  type XmlNode,
} from '../../containers/stream-xml.ts';
import { escapeHtml, xmlToHtml } from '../../containers/xml-to-html.ts';
import { FieldCollector } from '../../document/field-collector.ts';
import type { SourceDocument } from '../../document/source-document.ts';
import { exportDocument, slugOfAddress } from '../export-document.ts';
import type { FormatInput } from '../format.ts';
import { htmlText } from '../html/html-text.ts';
import { NO_TEXT, SUMMARY_ALONE } from './full-text.ts';
import { addOthers, controlsNote, summaryFor } from './rss.ts';

/** Elements that are used as something other than metadata. */
const USED = new Set(['title', 'link', 'summary', 'content', 'published', 'updated', 'author', 'category', 'id']); // prettier-ignore

/** What the feed says about all its entries. */
export interface AtomFeed {
  readonly base: string | undefined;
  readonly language: string | undefined;
  readonly authors: readonly string[];
}

/** An entry of Atom (RFC 4287). */
export function atomDocument(
  { element, controls }: XmlItem,
  feed: AtomFeed,
  { number, input }: { number: number; input: FormatInput },
): SourceDocument {
  const collected = new FieldCollector();
  const link = atomLink(element);
  const content = childNamed(element, 'content');
  const html = content && htmlOf(content);
  const hasText = html !== undefined && html.trim() !== '';
  const summary = childNamed(element, 'summary');
  collected.line('headline', '<title>', plainText(childNamed(element, 'title')));
  if (hasText && summary) {
    collected.line('standfirst', '<summary>', summaryFor(html, htmlOf(summary)));
  }
  const authors = atomAuthors(element);
  if (authors.length > 0) collected.names('byline', '<author>', authors);
  else collected.names('byline', '<feed> <author>', feed.authors);
  collected.date('published', '<published>', textAt(element, 'published'));
  collected.date('updated', '<updated>', textAt(element, 'updated'));
  const ofEntry = content?.attributes['xml:lang'] ?? element.attributes['xml:lang'];
  collected.language('xml:lang', ofEntry ?? feed.language);
  collected.names('topics', '<category>', atomTopics(element));
  collected.other('<link>', link);
  for (const child of childrenOf(element)) if (!USED.has(child.name)) addOthers(child, collected);
  if (controls > 0) collected.notes.push(controlsNote(controls));
  const slug = slugOfAddress(link);
  const base = baseOf(content, element, feed, link);
  return exportDocument(
    {
      collected,
      html: hasText ? html : summary ? htmlOf(summary) : '',
      part: `entry ${number}`,
      ...(base !== undefined && { base }),
      ...(slug !== undefined && { slug }),
      ...(!hasText && { doubt: summary ? SUMMARY_ALONE : NO_TEXT }),
    },
    input,
  );
}

/** The address of an entry's page. */
export function atomLink(element: XmlNode): string | undefined {
  return childrenOf(element, 'link').find(
    ({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate',
  )?.attributes.href;
}

export function atomAuthors(element: XmlNode): string[] {
  return childrenOf(element, 'author').map((author) => textAt(author, 'name') ?? '');
}

function atomTopics(element: XmlNode): string[] {
  return childrenOf(element, 'category').map(
    ({ attributes }) => attributes.label ?? attributes.term ?? '',
  );
}

/** A text construct as HTML (RFC 4287, 3.1). */
export function htmlOf(element: XmlNode): string {
  const { type = 'text', src } = element.attributes;
  if (src !== undefined) return '';
  if (type === 'xhtml' || type === 'application/xhtml+xml') return xmlToHtml(element.children);
  if (type === 'html' || type === 'text/html') return xmlText(element);
  return `<p>${escapeHtml(xmlText(element)).replaceAll(/\n\s*\n/g, '</p><p>')}</p>`;
}

/** A text construct as text. */
export function plainText(element: XmlNode | undefined): string {
  return element ? htmlText(htmlOf(element)) : '';
}

function baseOf(
  content: XmlNode | undefined,
  entry: XmlNode,
  feed: AtomFeed,
  link: string | undefined,
): string | undefined {
  const bases = [content?.attributes['xml:base'], entry.attributes['xml:base']];
  let base = feed.base;
  for (const own of bases.toReversed()) {
    if (own !== undefined) base = URL.parse(own, base)?.href ?? base;
  }
  return bases.some((own) => own !== undefined) ? base : (link ?? base);
}
