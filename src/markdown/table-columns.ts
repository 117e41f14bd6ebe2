import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { LimitError, LIMITS } from './limits.ts';

/**
 * Gives a table as many columns as its longest row has cells. GFM would drop cells beyond the columns
 * of the header.
 *
 *     | a | b |            <tr><th>a</th><th>b</th><th></th></tr>
 *     | - | - |         →
 *     | 1 | 2 | three |    <tr><td>1</td><td>2</td><td>three</td></tr>
 * @throws LimitError
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
          `The table has ${cells.toLocaleString('en')} cells. At most ${LIMITS.cells.toLocaleString('en')} are allowed.`,
          'Split it into several tables.',
        );
      }
    });
  };
}
