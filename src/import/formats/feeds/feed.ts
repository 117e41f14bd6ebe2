import { streamXml, xmlText, type XmlNode } from '../../containers/stream-xml.ts';
import type { DocumentPart } from '../../document/source-document.ts';
import type { Format, FormatInput } from '../format.ts';
import { xmlRoot } from '../xml-root.ts';
import { atomAuthors, atomDocument, atomLink, type AtomFeed } from './atom.ts';
import { readJsonFeed } from './json-feed.ts';
import { noEntries } from './no-entries.ts';
import { rssDocument } from './rss.ts';
import { readPart } from '../read-part.ts';
import { startOf } from '../start-of.ts';

/** RSS, Atom and JSON Feed. Each entry is an article. */
export const feed: Format = {
  name: 'feed',
  extensions: ['rss', 'atom', 'xml', 'json'],
  streams: () => true,
  matches: (start) => FEEDS.has(xmlRoot(start) ?? '') || isAtomEntry(start) || isJsonFeed(start),
  read: readFeed,
};

const FEEDS = new Set(['rss', 'RDF', 'feed']);

/** An entry can be a document of its own. */
function isAtomEntry(start: string): boolean {
  return xmlRoot(start) === 'entry' && start.includes('http://www.w3.org/2005/Atom');
}

function isJsonFeed(start: string): boolean {
  return /^\s*\{/.test(start) && start.replaceAll('\\', '').includes('//jsonfeed.org/version/');
}

function readFeed(input: FormatInput): Iterable<DocumentPart> {
  const start = startOf(input);
  if (RSS.has(xmlRoot(start) ?? '')) return readRss(input);
  return /^\s*\{/.test(start) ? readJsonFeed(input) : readAtom(input);
}

const RSS = new Set(['rss', 'RDF']);

/** RSS 1.0 has the items beside the channel. */
const ITEM_PARENTS = new Set(['channel', 'rdf:RDF', 'rss']);

/** Reads the feed twice: its language can be behind the items, and it can be cut off. */
function* readRss(input: FormatInput): Generator<DocumentPart> {
  const language = languageOf(input);
  let number = 0;
  const isItem = (name: string, parent?: string): boolean =>
    name === 'item' && ITEM_PARENTS.has(parent ?? '');
  for (const item of streamXml(input, isItem)) {
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
  for (const { element } of streamXml(input, isLanguage)) {
    language ??= xmlText(element).trim() || undefined;
  }
  return language;
}

/** Reads the feed twice: its authors can be behind the entries, and it can be cut off. */
function* readAtom(input: FormatInput): Generator<DocumentPart> {
  const about = readAbout(input);
  let number = 0;
  for (const item of streamXml(input, (name, _, depth) => name === 'entry' && depth <= 1)) {
    number++;
    const own = { number, input };
    const feed = atomFeed({ ...about, attributes: item.rootAttributes });
    yield readPart(`entry ${number}`, () => atomDocument(item, feed, own));
  }
  if (number === 0) throw noEntries();
}

/** The elements of a feed that are about all its entries. */
function readAbout(input: FormatInput): XmlNode {
  const isAbout = (name: string, _: unknown, depth: number): boolean =>
    depth === 1 && (name === 'link' || name === 'author');
  const children = Array.from(streamXml(input, isAbout), ({ element }) => element);
  return { name: 'feed', attributes: {}, children };
}

/** What a feed says about all its entries. */
function atomFeed(root: XmlNode): AtomFeed {
  const link = atomLink(root);
  return {
    base: URL.parse(root.attributes['xml:base'] ?? '', link)?.href ?? link,
    language: root.attributes['xml:lang'],
    authors: atomAuthors(root),
  };
}
