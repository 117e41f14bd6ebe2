import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Adds `scope` to header cells, and replaces the obsolete `align` attribute with a data attribute,
 * because articles cannot have styles.
 *
 *     | n |        <th scope="col" data-align="right">n</th>
 *     | -: |   →
 *     | 1 |        <td data-align="right">1</td>
 */
export function tables() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (element.tagName !== 'td' && element.tagName !== 'th') return;
      const { align, ...properties } = element.properties;
      element.properties = properties;
      if (element.tagName === 'th') element.properties.scope = 'col';
      if (typeof align === 'string') element.properties.dataAlign = align;
    });
  };
}
