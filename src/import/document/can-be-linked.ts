import type { PhrasingContent } from 'mdast';

/**
 * Whether content can be in a link: it shows something, and has no other link in it. A remote picture
 * becomes a link, and a picture with a caption a figure.
 */
export function canBeLinked(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some(isVisible) && !nodes.some(preventsLink);
}

function isVisible(node: PhrasingContent): boolean {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.trim() !== '';
  return node.type === 'image' || ('children' in node && node.children.some(isVisible));
}

function preventsLink(node: PhrasingContent): boolean {
  if (node.type === 'link' || node.type === 'footnoteReference') return true;
  if (node.type === 'image') return Boolean(node.title) || /^https?:/i.test(node.url);
  return 'children' in node && node.children.some(preventsLink);
}
