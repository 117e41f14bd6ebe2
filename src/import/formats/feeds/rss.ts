import {
  childrenOf,
  childNamed,
  textAt,
  xmlText,
  type XmlItem,
  type XmlNode,
} from '../../containers/stream-xml.ts';
import { FieldCollector } from '../../document/field-collector.ts';
import { exportDocument, slugOfAddress } from '../export-document.ts';
import type { FormatInput } from '../format.ts';
import { htmlText, withoutReferences } from '../html/html-text.ts';
import type { SourceDocument } from '../../document/source-document.ts';
import { isFullText, NO_TEXT, SUMMARY_ALONE } from './full-text.ts';

/** Elements that are used as something other than metadata. */
const USED = new Set(['title', 'link', 'description', 'content:encoded', 'pubDate', 'dc:date', 'dcterms:modified', 'dc:creator', 'author', 'category', 'dc:subject']); // prettier-ignore

/** An item of RSS 2.0 (https://www.rssboard.org/rss-specification) or 1.0. */
export function rssDocument(
  { element, controls }: XmlItem,
  { number, language, input }: { number: number; language: string | undefined; input: FormatInput },
): SourceDocument {
  const collected = new FieldCollector();
  const link = textAt(element, 'link') ?? permalink(element);
  collected.line('headline', '<title>', withoutReferences(textAt(element, 'title') ?? ''));
  const content = textAt(element, 'content:encoded');
  const description = textAt(element, 'description');
  const isFull = content !== undefined || (description !== undefined && isFullText(description));
  if (content !== undefined) {
    collected.line('standfirst', '<description>', summaryFor(content, description));
  }
  collected.names('byline', '<dc:creator>', texts(element, 'dc:creator'));
  if (collected.fields().byline === undefined) {
    collected.names('byline', '<author>', texts(element, 'author').flatMap(nameInAddress));
  }
  collected.date('published', '<pubDate>', textAt(element, 'pubDate'));
  collected.date('published', '<dc:date>', textAt(element, 'dc:date'));
  collected.date('updated', '<dcterms:modified>', textAt(element, 'dcterms:modified'));
  collected.language('<language>', language);
  collected.names('topics', '<category>', texts(element, 'category').map(withoutReferences));
  collected.names('topics', '<dc:subject>', texts(element, 'dc:subject').map(withoutReferences));
  collected.other('<link>', link);
  for (const child of childrenOf(element)) {
    if (!USED.has(child.name)) addOthers(child, collected);
  }
  if (controls > 0) collected.notes.push(controlsNote(controls));
  const slug = slugOfAddress(link);
  return exportDocument(
    {
      collected,
      html: content ?? description ?? '',
      part: `item ${number}`,
      ...(link !== undefined && { base: link }),
      ...(slug !== undefined && { slug }),
      ...(!isFull && { doubt: description === undefined ? NO_TEXT : SUMMARY_ALONE }),
    },
    input,
  );
}

export function controlsNote(controls: number): string {
  return `Removed ${controls} control characters, which XML does not allow.`;
}

/** The words of a summary, unless they are the start of the text. */
export function summaryFor(content: string, summary: string | undefined): string | undefined {
  if (summary === undefined) return undefined;
  const words = htmlText(summary);
  const start = words.replace(/\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.)\s*$/, '');
  return htmlText(content).startsWith(start) ? undefined : words;
}

/** Enclosures, thumbnails and the metadata of extensions, in the ledger. */
export function addOthers(element: XmlNode, collected: FieldCollector): void {
  const { name, attributes } = element;
  collected.other(`<${name}>`, xmlText(element));
  collected.other(`<${name}>`, attributes.url ?? attributes.href ?? attributes.src);
}

function texts(element: XmlNode, name: string): string[] {
  return childrenOf(element, name).map(xmlText);
}

function permalink(element: XmlNode): string | undefined {
  const guid = childNamed(element, 'guid');
  const text = xmlText(guid).trim();
  return guid?.attributes.isPermaLink !== 'false' && /^https?:/.test(text) ? text : undefined;
}

/** `jane@example.org (Jane Doe)`: an address is not a name, and stays private. */
function nameInAddress(text: string): string[] {
  const name = /\((?<name>[^()]+)\)/.exec(text)?.groups?.name;
  return name === undefined ? (text.includes('@') ? [] : [text]) : [name];
}
