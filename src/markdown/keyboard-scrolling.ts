import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Makes tables and code focusable, so that they can be scrolled with the keyboard if they are wider
 * than the page. Not all browsers do this.
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
