import {
  childNamed,
  childrenOf,
  descendantNamed,
  textAt,
  xmlText,
  type XmlNode,
} from '../../containers/stream-xml.ts';
import { xmlToHtml } from '../../containers/xml-to-html.ts';
import type { FieldCollector } from '../../document/field-collector.ts';
import { namesInByline } from './names-in-byline.ts';

/** Elements of NITF with another name in HTML. All others keep theirs, or are shown as text. */
const HTML_NAMES: Readonly<Record<string, string>> = {
  abstract: 'div',
  'body.content': 'div',
  'body.end': 'div',
  block: 'div',
  hl1: 'h2',
  hl2: 'h2',
  bq: 'blockquote',
  'nitf-table': 'div',
  datasource: 'p',
  'media-caption': 'div',
  'media-producer': 'p',
  tagline: 'p',
  fn: 'aside',
  note: 'aside',
  credit: 'p',
};

/** Elements that name what words are about. */
const SPANS = new Set(
  'alt-code chron city classifier copyrite country event frac function keyword lang location money name.family name.given num object.title org person postaddr pronounce region state sublocation virtloc byttl'.split(
    ' ',
  ),
);

/** The text of NITF as HTML. */
export function nitfToHtml(nitf: XmlNode): string {
  const body = childNamed(nitf, 'body');
  const head = childNamed(body, 'body.head');
  // With a second headline, the summary is a part of the text.
  const summary = hasSecondHeadline(head) ? childNamed(head, 'abstract') : undefined;
  const parts = [summary, childNamed(body, 'body.content'), childNamed(body, 'body.end')];
  return xmlToHtml(
    parts.filter((part) => part !== undefined),
    htmlElement,
  );
}

function hasSecondHeadline(head: XmlNode | undefined): boolean {
  return childNamed(childNamed(head, 'hedline'), 'hl2') !== undefined;
}

function htmlElement(element: XmlNode): XmlNode {
  const { name, attributes, children } = element;
  if (name === 'media-reference') return reference(element);
  if (name === 'media') return mediaFigure(element);
  const language = attributes['xml:lang'];
  const kept = Object.entries({
    href: attributes.href,
    lang: language,
    colspan: attributes.colspan,
  })
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .concat(Object.entries(attributes).filter(([key]) => key === 'rowspan' || key === 'src'));
  return {
    name: HTML_NAMES[name] ?? (SPANS.has(name) ? 'span' : name),
    attributes: Object.fromEntries(kept),
    children,
  };
}

/** Media with what is said about it: its caption, and who made it. */
function mediaFigure({ children }: XmlNode): XmlNode {
  const isMedia = (child: XmlNode | string): boolean =>
    typeof child !== 'string' && child.name === 'media-reference';
  const words = children.filter((child) => !isMedia(child));
  const caption: XmlNode = { name: 'figcaption', attributes: {}, children: words };
  return { name: 'figure', attributes: {}, children: [...children.filter(isMedia), caption] };
}

/** `<media-reference source="…" mime-type="image/jpeg" alternate-text="…"/>` */
function reference({ attributes }: XmlNode): XmlNode {
  const { source = '', 'mime-type': type = 'image/', 'alternate-text': alt = '' } = attributes;
  return type.startsWith('image/')
    ? { name: 'img', attributes: { src: source, alt }, children: [] }
    : { name: 'iframe', attributes: { src: source, title: alt }, children: [] };
}

/** Reads what is above the text: headline, byline, dateline and summary. */
export function addNitfHead(nitf: XmlNode, collected: FieldCollector): string | undefined {
  const head = childNamed(childNamed(nitf, 'body'), 'body.head');
  const headlines = childNamed(head, 'hedline');
  collected.line('headline', '<hl1>', textAt(headlines, 'hl1'));
  collected.line('headline', '<title>', textAt(childNamed(nitf, 'head'), 'title'));
  for (const second of childrenOf(headlines, 'hl2')) {
    collected.line('standfirst', '<hl2>', xmlText(second));
  }
  const summary = childNamed(head, 'abstract');
  if (summary && !hasSecondHeadline(head))
    collected.line('standfirst', '<abstract>', wordsOf(summary));
  for (const byline of childrenOf(head, 'byline')) addByline(byline, collected);
  for (const name of ['distributor', 'rights', 'note', 'series']) {
    for (const other of childrenOf(head, name)) collected.other(`<${name}>`, wordsOf(other));
  }
  const dateline = childNamed(head, 'dateline');
  collected.other('<story.date>', textAt(dateline, 'story.date'));
  return textAt(dateline, 'location') ?? (dateline && directText(dateline));
}

function addByline(byline: XmlNode, collected: FieldCollector): void {
  const title = descendantNamed(byline, 'byttl');
  const people = childrenOf(byline, 'person').map(xmlText);
  const line = directText(byline);
  const names = people.length > 0 ? people : namesInByline(line);
  collected.names('byline', '<byline>', names);
  collected.other('<byttl>', xmlText(title));
}

/** The text of an element without that of the elements in it, and without a comma at its end. */
function directText({ children }: XmlNode): string {
  const text = children.filter((child) => typeof child === 'string').join(' ');
  return text
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s,]+$/, '')
    .trim();
}

/** The text of paragraphs, with spaces between them. */
function wordsOf(element: XmlNode): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : `${wordsOf(child)} `))
    .join('');
}
