import type { Element, Nodes } from 'hast';
import type { ConversionContext } from './conversion-context.ts';
import type { Block } from './to-blocks.ts';
import { collapse, isShown, keepText, plainTextOf } from './tree.ts';

type ToBlocks = (nodes: Element['children'], context: ConversionContext) => Block[];

/**
 * A figure with one picture and a caption of plain text becomes a Markdown figure. Otherwise its
 * caption becomes a paragraph, which can have links and emphasis.
 */
export function toFigure(node: Element, context: ConversionContext, toBlocks: ToBlocks): Block[] {
  const [captionElement, ...otherCaptions] = node.children.filter(isCaption);
  const isPlain = captionElement !== undefined && hasOnlyText(captionElement);
  const elements = node.children.filter((child) => child.type === 'element');
  const isAtEdge = elements[0] === captionElement || elements.at(-1) === captionElement;
  // A caption in the middle, and each of several, becomes a paragraph where it is.
  if (!isPlain || !isAtEdge || otherCaptions.length > 0 || context.withoutFigures) {
    return toBlocks(node.children, context);
  }
  const blocks = toBlocks(
    node.children.filter((child) => child !== captionElement),
    context,
  );
  const [paragraph, ...others] = blocks;
  const image = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  const isPicture = image?.type === 'image' && !image.title && others.length === 0;
  const isAlone = paragraph?.type === 'paragraph' && paragraph.children.length === 1;
  const isFirst = node.children.find((child) => child.type === 'element') === captionElement;
  if (!isPicture || !isAlone || isFirst) {
    const caption = toBlocks([captionElement], context);
    return isFirst ? [...caption, ...blocks] : [...blocks, ...caption];
  }
  image.title = collapse(keepText(captionElement, context)).trim();
  return blocks;
}

function isCaption(node: Nodes): node is Element {
  return node.type === 'element' && node.tagName === 'figcaption' && isShown(node);
}

/** Whether a caption has nothing but text, in one paragraph. */
function hasOnlyText(node: Element): boolean {
  const isPlain = (one: Nodes): boolean =>
    one.type === 'text' ||
    (one.type === 'element' && ['span', 'p', 'div'].includes(one.tagName) && isUnmarked(one));
  const isUnmarked = (one: Element): boolean =>
    one.properties.lang === undefined &&
    one.properties.dir === undefined &&
    one.children.every(isPlain);
  const blocks = node.children.filter(
    (child) => child.type === 'element' && child.tagName !== 'span',
  );
  return node.children.every(isPlain) && blocks.length <= 1 && plainTextOf(node) !== '';
}
