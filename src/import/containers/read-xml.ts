import { SaxesParser } from 'saxes';
import { FormatError } from '../document/format-error.ts';

/** An element of XML. Names have the prefixes that the document uses. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** In elements. */
const MAX_DEPTH = 256;

/**
 * Parses XML. Entities beyond the five of XML are refused, and so is any DTD that declares some.
 * @param name for messages
 * @throws FormatError if the XML is broken or hostile
 */
export function readXml(bytes: Uint8Array, name: string): XmlElement {
  const parser = new SaxesParser();
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype))
      throw hostile(name, 'declares entities, which are never expanded');
  });
  parser.on('opentag', (tag) => {
    if (open.length > MAX_DEPTH)
      throw hostile(name, `nests elements deeper than ${MAX_DEPTH} levels`);
    const element: XmlElement = { name: tag.name, attributes: tag.attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
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
    return new TextDecoder(label, { fatal: true }).decode(bytes);
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
  return element && elementsOf(element).find((child) => child.name === name);
}

/** All text in an element. */
export function textOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
