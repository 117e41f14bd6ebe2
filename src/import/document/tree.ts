import type { Element, Nodes, Text } from 'hast';
import type { ConversionContext } from './conversion-context.ts';
import { markFate, type OmitReason } from './fate.ts';
import { BLOCKS, CODE, CONTROLS } from './html-names.ts';

/** Whether a node can become a part of the body. Marks what the source does not show. */
export function isShown(node: Text | Element): boolean {
  if (node.data?.fate !== undefined) return false;
  if (node.type === 'text') return true;
  const omitted = reasonToOmit(node);
  if (omitted === undefined) return true;
  markFate(node, { omitted });
  return false;
}

function reasonToOmit(node: Element): OmitReason | undefined {
  const { tagName, properties } = node;
  if (CODE.has(tagName)) return 'code';
  if (CONTROLS.has(tagName)) return 'control';
  const { style, hidden, ariaHidden, open, popover } = properties;
  if (hidden !== undefined && hidden !== false) return 'hidden';
  // Browsers show these when a script opens them.
  if (popover !== undefined || (tagName === 'dialog' && open !== true)) return 'hidden';
  if (typeof style === 'string' && INVISIBLE.test(style)) return 'hidden';
  if (tagName === 'svg' && String(ariaHidden) === 'true') return 'hidden';
  if (tagName === 'svg' && isIcon(node)) return 'furniture';
  return undefined;
}

/** In pixels. */
const MAX_ICON = 64;

/** Whether a drawing is an arrow or a logo beside words: small, and without words of its own. */
function isIcon(svg: Element): boolean {
  if (plainTextOf(svg).trim() !== '' || svg.properties.ariaLabel !== undefined) return false;
  const { width, height, viewBox } = svg.properties;
  const box = typeof viewBox === 'string' ? viewBox.trim().split(/[\s,]+/) : [];
  const sides = [width ?? box[2], height ?? box[3]].map((side) => Number.parseFloat(String(side)));
  const isReference = svg.children.some(
    (child) => child.type === 'element' && child.tagName === 'use',
  );
  return isReference || sides.every((side) => side <= MAX_ICON);
}

const INVISIBLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/**
 * Returns the text of a node that becomes code, and keeps it in the ledger.
 * @param read changes the text, but not the line breaks between
 */
export function keepText(
  node: Nodes,
  context: ConversionContext,
  read = (text: string): string => text,
): string {
  if (node.type === 'text') {
    if (!isShown(node)) return '';
    context.ledger.keep(node, 'text');
    return read(node.value);
  }
  if (node.type === 'element') {
    if (!isShown(node)) return '';
    if (node.tagName === 'br') return '\n';
    // Code of Markdown has no links. Highlighters make each line an anchor.
    if (node.tagName === 'a') context.ledger.omit(node, 'href', 'address');
  }
  if (!('children' in node)) return '';
  return node.children.map((child) => keepText(child, context, read)).join('');
}

/** Returns the text of a node as a browser would show it on one line. */
export function plainTextOf(node: Nodes): string {
  const textOf = (one: Nodes): string => {
    if (one.type === 'text') return one.value;
    if (one.type === 'element' && (one.tagName === 'br' || BLOCKS.has(one.tagName))) {
      return ` ${one.children.map(textOf).join('')} `;
    }
    return 'children' in one ? one.children.map(textOf).join('') : '';
  };
  return collapse(textOf(node)).trim();
}

/** White space as CSS collapses it. No-break spaces stay. */
export function collapse(text: string): string {
  return text.replaceAll(/[\t\n\f\r ]+/g, ' ');
}
