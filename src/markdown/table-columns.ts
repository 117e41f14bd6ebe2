import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { LimitError, LIMITS } from './limits.ts';

/**
 * Gives a table as many columns as its longest row has cells. GFM would leave out what stands in a
 * row beyond the cells of the header.
 *
 *     | a | b |            <tr><th>a</th><th>b</th><th></th></tr>
 *     | - | - |         →
 *     | 1 | 2 | three |    <tr><td>1</td><td>2</td><td>three</td></tr>
 */
export function tableColumns() {
  return (tree: Root): void => {
    visit(tree, 'table', (node) => {
      const align = (node.align ??= []);
      for (const row of node.children) while (align.length < row.children.length) align.push(null);
      const cells = align.length * node.children.length;
      if (cells > LIMITS.cells) {
        throw new LimitError(
          node.position?.start.line ?? 1,
          `The table has ${cells.toLocaleString('en')} cells; ${LIMITS.cells.toLocaleString('en')} are the most.`,
          'Divide it into several tables.',
        );
      }
    });
  };
}
