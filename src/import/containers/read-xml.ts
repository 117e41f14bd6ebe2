import { SaxesParser } from 'saxes';
import { decoderFor } from '../../content/decode-strictly.ts';
import { FormatError } from '../document/format-error.ts';
import { XmlNames, type Namespaces } from './xml-names.ts';

/** An element of XML. */
export interface XmlElement {
  /** With its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** In elements. */
const MAX_DEPTH = 256;
/** In elements. A document of 300 pages has 100,000. */
const MAX_ELEMENTS = 300_000;
/** In bytes. */
const MAX_LENGTH = 50_000_000;

/**
 * Parses XML. Entities beyond the five of XML are refused, and so is any DTD that declares some.
 * @param name for messages
 * @param namespaces the prefixes to use for namespaces, by their URIs, whatever the document uses
 * @throws FormatError if the XML is broken or hostile
 */
export function readXml(bytes: Uint8Array, name: string, namespaces: Namespaces = {}): XmlElement {
  if (bytes.length > MAX_LENGTH) throw hostile(name, `has more than ${MAX_LENGTH / 1e6} MB`);
  const parser = new SaxesParser();
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  const names = new XmlNames(namespaces);
  let elements = 0;
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype))
      throw hostile(name, 'declares entities, which are never expanded');
  });
  parser.on('opentag', (tag) => {
    if (open.length > MAX_DEPTH)
      throw hostile(name, `nests elements deeper than ${MAX_DEPTH} levels`);
    if (++elements > MAX_ELEMENTS)
      throw hostile(name, `has more than ${MAX_ELEMENTS.toLocaleString('en')} elements`);
    const element: XmlElement = { ...names.open(tag.name, tag.attributes), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
    names.close();
  });
  const addText = (text: string): void => {
    open.at(-1)?.children.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('error', (error) => {
    throw new FormatError(`${name} is not valid XML: ${error.message}`, 'Save the file again.');
  });
  parser.write(decode(bytes)).close();
  const element = root.children.find((child) => typeof child !== 'string');
  if (!element) throw new FormatError(`${name} is empty.`, 'Save the file again.');
  return element;
}

/** XML is UTF-8 or UTF-16, unless its first line says otherwise. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const named = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(start)?.[1] ?? 'utf-8';
  const label =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : named;
  try {
    return decoderFor(label).decode(bytes);
  } catch {
    throw new FormatError(`The XML has bytes that are not ${label}.`, 'Save the file again.');
  }
}

function hostile(name: string, what: string): FormatError {
  return new FormatError(`${name} ${what}.`, 'Check where the file comes from.');
}

/** The elements in an element. */
export function elementsOf({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The first element with that name in an element. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** All elements with that name in an element, at any depth, in order. */
export function descendantsOf(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) =>
    child.name === name ? [child, ...descendantsOf(child, name)] : descendantsOf(child, name),
  );
}

/** All text in an element. */
export function textOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
