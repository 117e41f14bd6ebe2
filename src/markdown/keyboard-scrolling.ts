import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Lets the keyboard reach what may be wider than the page and then scrolls on its own: not every
 * browser does so by itself.
 *
 *     <pre>…  →  <pre tabindex="0">…
 */
export function keyboardScrolling() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (element.tagName === 'table' || element.tagName === 'pre') element.properties.tabIndex = 0;
    });
  };
}
