import { childOf, elementsOf, textOf, type XmlElement } from '../../containers/read-xml.ts';
import { element, elementWithFate } from '../../document/source-document.ts';
import { readStory } from './read-blocks.ts';
import { addElement, addOmitted } from './read-inline.ts';
import type { ParagraphScope } from './scope.ts';

/** Reads a picture, a text box, or a drawn shape with the text in it. */
export function readShape(node: XmlElement, scope: ParagraphScope): void {
  if (node.name === 'draw:frame') readFrame(node, scope);
  else if (node.name === 'draw:g') {
    describe(node, scope);
    for (const child of elementsOf(node))
      if (child.name.startsWith('draw:')) readShape(child, scope);
  } else readTextOf(node, scope);
}

/** A frame has the same content in several versions. The first that can be shown is read. */
function readFrame(node: XmlElement, scope: ParagraphScope): void {
  const box = childOf(node, 'draw:text-box');
  if (box) {
    readTextOf(box, scope);
    describe(node, scope);
    return;
  }
  const object = elementsOf(node).find(({ name }) => OBJECTS.has(name));
  const images = elementsOf(node).filter(({ name }) => name === 'draw:image');
  const title = textIn(node, 'svg:title');
  const description = textIn(node, 'svg:desc');
  if (object || images.length === 0) {
    addElement(element((object?.name ?? 'draw:frame').replace(':', '-')), scope);
    describe(node, scope);
    return;
  }
  const sources = images.map(sourceOf);
  const src = sources.find((path) => SHOWN.test(path)) ?? sources[0];
  const alt = description === '' ? title : description;
  const other = description === '' ? '' : title;
  const properties = { src: src?.replace(/^\.\//, ''), alt, ...(other !== '' && { title: other }) };
  addElement(element('img', properties), scope);
}

/** Files, and pictures in a flat document, in formats that browsers show. */
const SHOWN = /\.(?:jpe?g|png|gif|webp|avif)$|^data:image\/(?:jpeg|png|gif|webp|avif);/i;

function sourceOf(image: XmlElement): string {
  const { attributes } = image;
  const data = childOf(image, 'office:binary-data');
  if (!data) return attributes['xlink:href'] ?? '';
  const type = attributes['draw:mime-type'] ?? attributes['loext:mime-type'] ?? 'image/unknown';
  return `data:${type};base64,${textOf(data).replaceAll(/\s+/g, '')}`;
}

const OBJECTS: ReadonlySet<string> = new Set([
  'draw:object', 'draw:object-ole', 'draw:applet', 'draw:plugin', 'draw:floating-frame',
]); // prettier-ignore

/** The text of a box or a shape comes after the paragraph. */
function readTextOf(node: XmlElement, scope: ParagraphScope): void {
  const children = readStory(node, scope.context);
  if (children.length === 0) {
    scope.context.note('Drawn lines and shapes without words were not carried over.');
    return;
  }
  const { omitted } = scope.style;
  scope.floats.push({
    element: omitted ? elementWithFate({ omitted }, children, 'div') : element('div', {}, children),
  });
  if (node.name !== 'draw:text-box') describe(node, scope);
}

/** Only pictures have alternative texts. */
function describe(node: XmlElement, scope: ParagraphScope): void {
  for (const name of ['svg:title', 'svg:desc']) addOmitted(textIn(node, name), 'metadata', scope);
}

function textIn(node: XmlElement, name: string): string {
  const child = childOf(node, name);
  return child ? textOf(child) : '';
}
