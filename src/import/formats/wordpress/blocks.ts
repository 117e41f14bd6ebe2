import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { element, elementWithFate } from '../../document/source-document.ts';
import { omitForMembers } from '../omit-for-members.ts';

/** `<!-- wp:paragraph {"align":"center"} -->`, `<!-- /wp:paragraph -->`, `<!-- wp:latest-posts /-->` */
const BLOCK = /^\/?wp:(?<name>[\w/-]+)/;

/** Blocks without content that show nothing but space. */
const EMPTY_BLOCKS = new Set(['spacer', 'separator', 'nextpage', 'more', 'page-break']);

/** Blocks of Jetpack. The second one is a divider: all that follows is for members. */
const FOR_MEMBERS = 'wp:premium-content/subscriber-view';
const PAYWALL = 'wp:jetpack/paywall';

/** Whether the block editor wrote a post. */
export function hasBlocks(html: string): boolean {
  return /<!--\s+wp:/.test(html);
}

/**
 * Removes the comments that mark blocks, and omits blocks for members. Blocks that the server fills,
 * such as the latest posts, are reported. The address in an embed block becomes a link.
 */
export function readBlocks(tree: Root): void {
  let isBelowPaywall = false;
  omitForMembers(tree, (comment, before) => {
    isBelowPaywall ||= comment.startsWith(PAYWALL);
    if (isBelowPaywall || comment.startsWith(FOR_MEMBERS)) return true;
    return before && !comment.startsWith(`/${FOR_MEMBERS}`);
  });
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
