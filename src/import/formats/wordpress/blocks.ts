import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { element, elementWithFate } from '../../document/source-document.ts';

/** `<!-- wp:paragraph {"align":"center"} -->`, `<!-- /wp:paragraph -->`, `<!-- wp:latest-posts /-->` */
const BLOCK = /^\/?wp:(?<name>[\w/-]+)/;

/** Blocks without content that show nothing but space. */
const EMPTY_BLOCKS = new Set(['spacer', 'separator', 'nextpage', 'more', 'page-break']);

/** Whether the block editor wrote a post. */
export function hasBlocks(html: string): boolean {
  return /<!--\s+wp:/.test(html);
}

/**
 * Removes the comments that mark blocks. Blocks that the server fills, such as the latest posts, are
 * reported. The address in an embed block becomes a link.
 */
export function readBlocks(tree: Root): void {
  visit(tree, 'comment', (node, index, parent) => {
    const mark = node.value.trim();
    const name = BLOCK.exec(mark)?.groups?.name;
    if (name === undefined || !parent || index === undefined) return undefined;
    const isFilled = mark.endsWith('/') && !EMPTY_BLOCKS.has(name.replace(/\/$/, ''));
    const report = elementWithFate({ omitted: 'unsupported' }, [
      { type: 'text', value: `<!-- ${mark} -->` },
    ]);
    parent.children.splice(index, 1, ...(isFilled ? [report] : []));
    return [SKIP, index + (isFilled ? 1 : 0)];
  });
  visit(tree, 'element', (node) => {
    if (String(node.properties.className).includes('wp-block-embed__wrapper')) linkAddress(node);
  });
}

/** A paragraph with nothing but an address shows what is there. It becomes a link. */
export function linkAddresses(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'p') linkAddress(node);
  });
}

function linkAddress(node: Element): void {
  const [text, ...others] = node.children;
  if (text?.type !== 'text' || others.length > 0) return;
  const address = text.value.trim();
  if (!/^https?:\/\/[^\s<>"]+$/.test(address)) return;
  node.children = [element('a', { href: address }, [{ type: 'text', value: address }])];
}
