import type { ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Makes each heading a link to itself, so that its address can be opened, copied and shared. One
 * that holds a link already stays as it is: links do not nest.
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
        element.children.some(holdsLink)
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

function holdsLink(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(holdsLink));
}
