import type { Element } from 'hast';
import { element } from '../../document/source-document.ts';

/** Few tables have a header for their programs. A first row in bold is one for everybody else. */
export function markHeader(table: Element): void {
  const [first] = table.children;
  if (first?.type !== 'element' || first.tagName !== 'tr' || first.data?.fate) return;
  const cells = first.children.filter((cell) => cell.type === 'element');
  const isHeader = cells.length > 1 && table.children.length > 1 && cells.every(isBold);
  if (isHeader) table.children[0] = element('thead', {}, [first]);
}

/** Whether a cell has words, all of them bold. */
function isBold(node: Element): boolean {
  const isOnlyBold = (child: Element['children'][number]): boolean => {
    if (child.type === 'text') return child.value.trim() === '';
    if (child.type !== 'element') return true;
    return child.tagName === 'b' || (child.tagName !== 'img' && child.children.every(isOnlyBold));
  };
  return node.children.length > 0 && node.children.every(isOnlyBold);
}
