import type { Root } from 'hast';
import { visitElements } from './visit-tree.ts';

/**
 * Lets the keyboard reach what may be wider than the page and then scrolls on its own: not every
 * browser does so by itself.
 *
 *     <pre>…  →  <pre tabindex="0">…
 */
export function keyboardScrolling() {
  return (tree: Root): void => {
    visitElements(tree, (element) => {
      if (element.tagName === 'table' || element.tagName === 'pre') element.properties.tabIndex = 0;
    });
  };
}
