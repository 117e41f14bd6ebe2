import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Says of a table's cells what HTML has words for today: a header's scope, and the alignment of a
 * column by a data attribute, since the `align` attribute is obsolete and styles are not allowed.
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
