import { SaxesParser } from 'saxes';
import { FormatError } from '../document/format-error.ts';
import { decodeChunks, type ChunkedFile } from './decode-chunks.ts';
import { findAmpersand } from './find-ampersand.ts';
import { canonicalName } from './xml-prefixes.ts';

/** An element of XML. Names of known namespaces have the prefix that their specification uses. */
export interface XmlNode {
  readonly name: string;
  /** Without prefixes, except `xml:`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlNode | string)[];
}

/** An element, and what was removed from it. */
export interface XmlItem {
  readonly element: XmlNode;
  /** Of the root element of the file. */
  readonly rootAttributes: XmlNode['attributes'];
  /** How many control characters it had, which XML does not allow. */
  readonly controls: number;
}

/** In elements. */
const MAX_DEPTH = 256;
/** In characters, of one item. */
const MAX_ITEM = 50_000_000;
/** Allowed in XML, and never used for text: https://www.unicode.org/faq/private_use.html#noncharacters */
const CONTROL = '\uFDD0';
const CONTROLS = /[\u0000-\u0008\v\f\u000E-\u001F\uFFFE\uFFFF\uFDD0]/g;

/**
 * Reads XML piece by piece: yields each element that `isItem` names, and forgets it. Entities beyond
 * the five of XML are refused, and so is any DTD that declares some. Control characters are removed,
 * because many exports have some.
 * @param isItem gets the names of an element and of its parent, and how many elements it is in
 * @throws FormatError if the XML is broken or hostile
 */
export function* streamXml(
  file: ChunkedFile,
  isItem: (name: string, parent: string | undefined, depth: number) => boolean,
): Generator<XmlItem> {
  const parser = new SaxesParser({ xmlns: true });
  const path: string[] = [];
  const open: XmlNode[] = [];
  const items: XmlItem[] = [];
  let rootAttributes: XmlNode['attributes'] = {};
  let length = 0;
  let controls = 0;
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw hostile('declares entities, which are never expanded');
  });
  parser.on('opentag', ({ uri, local, prefix, attributes }) => {
    const name = canonicalName(uri, local, prefix);
    if (path.length >= MAX_DEPTH) throw hostile(`nests elements deeper than ${MAX_DEPTH} levels`);
    length = open.length === 0 ? 0 : length;
    if (path.length === 0) rootAttributes = attributesOf(attributes);
    if (open.length > 0 || isItem(name, path.at(-1), path.length)) {
      const node: XmlNode = { name, attributes: attributesOf(attributes), children: [] };
      open.at(-1)?.children.push(node);
      open.push(node);
    }
    path.push(name);
  });
  parser.on('closetag', () => {
    path.pop();
    const element = open.pop();
    if (!element || open.length > 0) return;
    items.push({ element, rootAttributes, controls });
    controls = 0;
    length = 0;
  });
  const addText = (text: string): void => {
    const clean = text.replaceAll(CONTROL, '');
    controls += text.length - clean.length;
    if (clean !== '') open.at(-1)?.children.push(clean);
    if (open.length === 0) length = 0;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('error', (error) => {
    // Plugins write elements without declaring their namespaces, and `]]>` as text.
    if (/unbound namespace prefix|the string "\]\]>" is disallowed/.test(error.message)) return;
    throw bareAmpersand(error.message, file) ?? brokenXml(error.message);
  });
  for (const text of decode(file)) {
    length += text.length;
    if (length > MAX_ITEM) {
      throw hostile(`has a part of more than ${MAX_ITEM.toLocaleString('en')} characters`);
    }
    parser.write(text.replaceAll(CONTROLS, CONTROL));
    yield* items.splice(0);
  }
  parser.close();
  yield* items;
}

/** Reads a whole file of XML. */
export function readXmlTree(file: ChunkedFile): XmlItem {
  const [item] = streamXml(file, (_, parent) => parent === undefined);
  if (!item) throw brokenXml('it is empty.');
  return item;
}

function attributesOf(
  attributes: Readonly<Record<string, { readonly prefix: string; local: string; value: string }>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.values(attributes)
      .filter(({ prefix, local }) => prefix !== 'xmlns' && local !== 'xmlns')
      .map(({ prefix, local, value }) => [prefix === 'xml' ? `xml:${local}` : local, value]),
  );
}

const LESS_THAN = 0x3c;

/** The encoding that a file of XML names, or shows (XML 1.0, appendix F). */
function encodingOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === LESS_THAN && second === 0) return 'utf-16le';
  if (first === 0 && second === LESS_THAN) return 'utf-16be';
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^(?:\u00EF\u00BB\u00BF)?\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(start)?.[1];
}

function decode(file: ChunkedFile): Generator<string> {
  return decodeChunks(file, 'XML', (start) => encodingOf(start) ?? file.encoding ?? 'utf-8');
}

/** Finds out whether an "&" is the reason for what the parser complains about. */
function bareAmpersand(message: string, file: ChunkedFile): FormatError | undefined {
  if (!/entity name|unclosed tag/.test(message)) return undefined;
  const found = findAmpersand(decode(file));
  if (!found) return undefined;
  return new FormatError(
    `The XML is broken: an "&" is not written as "&amp;", near: ${found.near.replaceAll(/\s+/g, ' ').trim()}`,
    'Correct it, or export the file again.',
    { line: found.line },
  );
}

function brokenXml(message: string): FormatError {
  const [, line] = /^(\d+):/.exec(message) ?? [];
  return new FormatError(
    `The XML is broken: ${message.replace(/^(?:\d+:){2}\s*/, '').replace(/\.?$/, '.')}`,
    'Save or export the file again.',
    line === undefined ? {} : { line: Number(line) },
  );
}

function hostile(what: string): FormatError {
  return new FormatError(`The XML ${what}.`, 'Check where the file comes from.');
}

/** The elements in an element, or only those with a name. */
export function childrenOf(element: XmlNode | undefined, name?: string): XmlNode[] {
  const children = element?.children.filter((child) => typeof child !== 'string') ?? [];
  return name === undefined ? children : children.filter((child) => child.name === name);
}

/** The first element with that name in an element. */
export function childNamed(element: XmlNode | undefined, name: string): XmlNode | undefined {
  return element?.children.find(
    (child): child is XmlNode => typeof child !== 'string' && child.name === name,
  );
}

/** The first element with that name, at any depth. */
export function descendantNamed(element: XmlNode | undefined, name: string): XmlNode | undefined {
  for (const child of childrenOf(element)) {
    const found = child.name === name ? child : descendantNamed(child, name);
    if (found) return found;
  }
  return undefined;
}

/** All text in an element. */
export function xmlText(element: XmlNode | undefined): string {
  return (
    element?.children
      .map((child) => (typeof child === 'string' ? child : xmlText(child)))
      .join('') ?? ''
  );
}

/** The text of the first element with that name, without white space around it; `undefined` if empty. */
export function textAt(element: XmlNode | undefined, name: string): string | undefined {
  const text = xmlText(childNamed(element, name)).trim();
  return text === '' ? undefined : text;
}
