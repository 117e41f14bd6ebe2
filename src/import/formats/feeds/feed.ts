import {
  childNamed,
  readXmlTree,
  childrenOf,
  textAt,
  type XmlItem,
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

/** RSS, Atom and JSON Feed. Each entry is an article. */
export const feed: Format = {
  name: 'feed',
  extensions: ['rss', 'atom', 'xml', 'json'],
  matches: (start) => FEEDS.has(xmlRoot(start) ?? '') || isJsonFeed(start),
  read: readFeed,
};

const FEEDS = new Set(['rss', 'RDF', 'feed']);

function isJsonFeed(start: string): boolean {
  return /^\s*\{/.test(start) && start.replaceAll('\\', '').includes('//jsonfeed.org/version/');
}

function readFeed(input: FormatInput): DocumentPart[] {
  if (/^\s*\{/.test(Buffer.from(input.bytes.subarray(0, 100)).toString('latin1'))) {
    return jsonFeedDocuments(readJson(input), input);
  }
  const { element: root } = readXmlTree(input.chunks(), input.encoding);
  return root.name === 'feed' || root.name === 'entry'
    ? readAtom(root, input)
    : readRss(root, input);
}

function readRss(root: XmlNode, input: FormatInput): DocumentPart[] {
  const channel = childNamed(root, 'channel');
  // RSS 1.0 has the items beside the channel.
  const items = [...childrenOf(channel, 'item'), ...childrenOf(root, 'item')];
  const language = textAt(channel, 'language') ?? textAt(channel, 'dc:language');
  return notEmpty(items).map((item, index) =>
    readPart(`item ${index + 1}`, () => rssDocument(item, { number: index + 1, language, input })),
  );
}

function readAtom(root: XmlNode, input: FormatInput): DocumentPart[] {
  const entries = root.name === 'entry' ? [root] : childrenOf(root, 'entry');
  return notEmpty(entries).map((item, index) =>
    readPart(`entry ${index + 1}`, () =>
      atomDocument(item, atomFeed(root), { number: index + 1, input }),
    ),
  );
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

function notEmpty(elements: readonly XmlNode[]): XmlItem[] {
  if (elements.length > 0) return elements.map((element) => ({ element, controls: 0 }));
  throw new FormatError('The feed has no entries.', 'Check that this is the right file.');
}
