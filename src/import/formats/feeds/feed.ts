import {
  readXmlTree,
  childrenOf,
  streamXml,
  xmlText,
  type XmlNode,
} from '../../containers/stream-xml.ts';
import { FormatError } from '../../document/format-error.ts';
import type { DocumentPart } from '../../document/source-document.ts';
import type { Format, FormatInput } from '../format.ts';
import { readJson } from '../read-json.ts';
import { xmlRoot } from '../xml-root.ts';
import { atomAuthors, atomDocument, atomLink, type AtomFeed } from './atom.ts';
import { jsonFeedDocuments } from './json-feed.ts';
import { rssDocument } from './rss.ts';
import { readPart } from '../read-part.ts';
import { startOf } from '../start-of.ts';

/** RSS, Atom and JSON Feed. Each entry is an article. */
export const feed: Format = {
  name: 'feed',
  extensions: ['rss', 'atom', 'xml', 'json'],
  streams: isRss,
  matches: (start) => FEEDS.has(xmlRoot(start) ?? '') || isJsonFeed(start),
  read: readFeed,
};

const FEEDS = new Set(['rss', 'RDF', 'feed']);

function isJsonFeed(start: string): boolean {
  return /^\s*\{/.test(start) && start.replaceAll('\\', '').includes('//jsonfeed.org/version/');
}

function isRss(input: FormatInput): boolean {
  return RSS.has(xmlRoot(startOf(input)) ?? '');
}

const RSS = new Set(['rss', 'RDF']);

function readFeed(input: FormatInput): Iterable<DocumentPart> {
  if (isRss(input)) return readRss(input);
  if (/^\s*\{/.test(startOf(input))) return jsonFeedDocuments(readJson(input), input);
  return readAtom(readXmlTree(input.chunks(), input.encoding).element, input);
}

/** RSS 1.0 has the items beside the channel. */
const ITEM_PARENTS = new Set(['channel', 'rdf:RDF', 'rss']);

/** Reads the feed twice: its language can be behind the items, and it can be cut off. */
function* readRss(input: FormatInput): Generator<DocumentPart> {
  const language = languageOf(input);
  let number = 0;
  const isItem = (name: string, parent?: string): boolean =>
    name === 'item' && ITEM_PARENTS.has(parent ?? '');
  for (const item of streamXml(input.chunks(), isItem, input.encoding)) {
    number++;
    const own = { number, language, input };
    yield readPart(`item ${number}`, () => rssDocument(item, own));
  }
  if (number === 0) throw noEntries();
}

function languageOf(input: FormatInput): string | undefined {
  const isLanguage = (name: string, parent?: string): boolean =>
    (name === 'language' || name === 'dc:language') && parent === 'channel';
  let language: string | undefined;
  for (const { element } of streamXml(input.chunks(), isLanguage, input.encoding)) {
    language ??= xmlText(element).trim() || undefined;
  }
  return language;
}

function readAtom(root: XmlNode, input: FormatInput): DocumentPart[] {
  const entries = root.name === 'entry' ? [root] : childrenOf(root, 'entry');
  if (entries.length === 0) throw noEntries();
  return entries.map((element, index) => {
    const number = index + 1;
    return readPart(`entry ${number}`, () =>
      atomDocument({ element, controls: 0 }, atomFeed(root), { number, input }),
    );
  });
}

/** What a feed says about all its entries. */
export function atomFeed(root: XmlNode): AtomFeed {
  const link = atomLink(root);
  return {
    base: URL.parse(root.attributes['xml:base'] ?? '', link)?.href ?? link,
    language: root.attributes['xml:lang'],
    authors: atomAuthors(root),
  };
}

function noEntries(): FormatError {
  return new FormatError('The feed has no entries.', 'Check that this is the right file.');
}
