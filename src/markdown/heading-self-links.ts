import type { ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Makes each heading a link to itself, so that readers can copy its address. Headings that contain
 * a link stay as they are, because links cannot be nested.
 *
 *     <h2 id="section-main">Main</h2>
 *     →  <h2 id="section-main"><a href="#section-main">Main</a></h2>
 */
export function headingSelfLinks() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      const { id } = element.properties;
      if (
        !/^h[2-6]$/.test(element.tagName) ||
        typeof id !== 'string' ||
        element.children.some(containsLink)
      )
        return;
      element.children = [
        {
          type: 'element',
          tagName: 'a',
          properties: { href: `#${id}` },
          children: element.children,
        },
      ];
    });
  };
}

function containsLink(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(containsLink));
}
