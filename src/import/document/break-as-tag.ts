import type { PhrasingContent } from 'mdast';

/** A line break that does not end the line in the file. */
export function breakAsTag(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return { type: 'html', value: '<br>' };
  switch (node.type) {
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
      return { ...node, children: node.children.map(breakAsTag) };
    default:
      return node;
  }
}
