import type { Element, Root } from 'hast';
import { EXIT, visit } from 'unist-util-visit';

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
      if (!/^h[2-6]$/.test(element.tagName) || typeof id !== 'string' || holdsLink(element)) return;
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

function holdsLink(heading: Element): boolean {
  let found = false;
  visit(heading, { tagName: 'a' }, () => {
    found = true;
    return EXIT;
  });
  // A heading without words would be a link without a name.
  return found || heading.children.length === 0;
}
