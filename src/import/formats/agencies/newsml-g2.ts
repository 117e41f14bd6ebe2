import {
  childNamed,
  childrenOf,
  descendantNamed,
  readXmlTree,
  textAt,
  xmlText,
  type XmlNode,
} from '../../containers/stream-xml.ts';
import { xmlToHtml } from '../../containers/xml-to-html.ts';
import { FieldCollector } from '../../document/field-collector.ts';
import type { DocumentPart, SourceDocument } from '../../document/source-document.ts';
import { exportDocument, skippedPart } from '../export-document.ts';
import { paragraphsOf } from '../feeds/json-feed.ts';
import type { Format, FormatInput } from '../format.ts';
import { xmlRoot } from '../xml-root.ts';
import { addDateline } from './add-dateline.ts';
import { addState } from './item-state.ts';
import { namesInByline } from './names-in-byline.ts';
import { addNitfHead, nitfToHtml } from './nitf-body.ts';
import { readPart } from '../read-part.ts';

const ITEMS = new Set(['newsItem', 'packageItem', 'conceptItem', 'knowledgeItem', 'planningItem', 'catalogItem']); // prettier-ignore

/** NewsML-G2 (https://iptc.org/standards/newsml-g2/): a news item, or a message with several. */
export const newsml: Format = {
  name: 'newsml',
  extensions: ['xml'],
  matches: (start) => {
    const root = xmlRoot(start) ?? '';
    return root === 'newsMessage' || ITEMS.has(root);
  },
  read: readNews,
};

function* readNews(input: FormatInput): Generator<DocumentPart> {
  const { element: root } = readXmlTree(input);
  const items = root.name === 'newsMessage' ? childrenOf(childNamed(root, 'itemSet')) : [root];
  for (const [index, item] of items.entries()) {
    const part = `item ${index + 1}`;
    const kind = kindOf(item);
    if (kind === 'text') {
      yield readPart(part, () => itemDocument(item, input, items.length > 1 ? part : undefined));
    } else {
      const meta = childNamed(item, 'contentMeta');
      yield skippedPart(
        `${kind} item`,
        part,
        ['headline', 'description'].map((name) => textAt(meta, name)),
      );
    }
  }
}

/** `text`, or what else an item is: `picture`, `package`. */
function kindOf(item: XmlNode): string {
  if (item.name !== 'newsItem') return item.name.replace(/Item$/, '');
  const itemClass = childNamed(childNamed(item, 'itemMeta'), 'itemClass')?.attributes;
  const kind = (itemClass?.qcode ?? itemClass?.uri)?.split(/[:/]/).at(-1) ?? 'text';
  const content = childNamed(item, 'contentSet');
  const hasText = childNamed(content, 'inlineXML') ?? childNamed(content, 'inlineData');
  return kind === 'composite' || hasText ? 'text' : kind;
}

function itemDocument(item: XmlNode, input: FormatInput, part: string | undefined): SourceDocument {
  const itemMeta = childNamed(item, 'itemMeta');
  const meta = childNamed(item, 'contentMeta');
  const content = childNamed(item, 'contentSet');
  const inline = childNamed(content, 'inlineXML');
  const nitf = descendantNamed(inline, 'nitf');
  const html = htmlOf(content);
  const collected = new FieldCollector();
  for (const headline of childrenOf(meta, 'headline')) {
    collected.line('headline', '<headline>', xmlText(headline));
  }
  collected.line('headline', '<title>', textAt(itemMeta, 'title'));
  for (const description of childrenOf(meta, 'description')) {
    collected.line('standfirst', '<description>', xmlText(description));
  }
  addAuthors(meta, collected);
  const ofNitf = nitf && addNitfHead(nitf, collected);
  const dateline = textAt(meta, 'dateline');
  const located = textAt(childNamed(meta, 'located'), 'name') ?? dateline ?? ofNitf;
  addDateline('<located>', located, html, collected);
  if (dateline !== located) collected.other('<dateline>', dateline);
  addDates(itemMeta, meta, collected);
  collected.language(
    '<language>',
    childNamed(meta, 'language')?.attributes.tag ?? item.attributes['xml:lang'],
  );
  for (const name of ['subject', 'keyword']) {
    for (const subject of childrenOf(meta, name)) {
      // A subject can have its name in several languages.
      const topic = name === 'keyword' ? xmlText(subject) : (nameIn(subject, item) ?? '');
      collected.names('topics', `<${name}>`, [topic]);
    }
  }
  addState(stateOf(itemMeta), collected);
  addRest(item, meta, collected);
  return exportDocument({ collected, html, ...(part !== undefined && { part }) }, input);
}

function addAuthors(meta: XmlNode | undefined, collected: FieldCollector): void {
  const line = textAt(meta, 'by') ?? textAt(meta, 'byline');
  if (line !== undefined) collected.names('byline', '<by>', namesInByline(line));
  for (const creator of childrenOf(meta, 'creator')) {
    const name = textAt(creator, 'name');
    if (name === undefined) continue;
    if (line === undefined) collected.names('byline', '<creator>', [name]);
    else collected.other('<creator>', name);
  }
}

function addDates(
  itemMeta: XmlNode | undefined,
  meta: XmlNode | undefined,
  collected: FieldCollector,
): void {
  const first = textAt(itemMeta, 'firstCreated') ?? textAt(meta, 'contentCreated');
  const version = textAt(itemMeta, 'versionCreated');
  collected.date('published', '<firstCreated>', first);
  collected.date(first === undefined ? 'published' : 'updated', '<versionCreated>', version);
}

function stateOf(itemMeta: XmlNode | undefined) {
  const { qcode, uri } = childNamed(itemMeta, 'pubStatus')?.attributes ?? {};
  const embargoed = childNamed(itemMeta, 'embargoed');
  return {
    status: (qcode ?? uri)?.split(/[:/]/).at(-1),
    embargo: embargoed && xmlText(embargoed).trim(),
  };
}

function nameIn(subject: XmlNode, item: XmlNode): string | undefined {
  const names = childrenOf(subject, 'name');
  const language = item.attributes['xml:lang'];
  const name = names.find(({ attributes }) => attributes['xml:lang'] === language) ?? names[0];
  return name && xmlText(name);
}

/** What people read and for which there is no key: rights, notes to editors, slugs. */
function addRest(item: XmlNode, meta: XmlNode | undefined, collected: FieldCollector): void {
  const rights = childNamed(item, 'rightsInfo');
  for (const part of childrenOf(rights)) collected.other(`<${part.name}>`, xmlText(part).trim());
  for (const note of childrenOf(childNamed(item, 'itemMeta'), 'edNote')) {
    collected.other('<edNote>', xmlText(note));
  }
  for (const name of ['slugline', 'infoSource', 'contributor', 'genre', 'creditline']) {
    for (const part of childrenOf(meta, name)) collected.other(`<${name}>`, xmlText(part).trim());
  }
}

/** The text of an item: NITF, XHTML, HTML or plain text. The first that is there, which is not in another file. */
function htmlOf(content: XmlNode | undefined): string {
  for (const inline of childrenOf(content, 'inlineXML')) {
    const nitf = descendantNamed(inline, 'nitf');
    if (nitf) return nitfToHtml(nitf);
    const body = descendantNamed(inline, 'body');
    return xmlToHtml(body ? body.children : inline.children);
  }
  for (const inline of childrenOf(content, 'inlineData')) {
    const text = xmlText(inline);
    return /html/i.test(inline.attributes.contenttype ?? '') ? text : paragraphsOf(text);
  }
  return '';
}
