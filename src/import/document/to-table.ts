import type { Element, Nodes } from 'hast';
import type { AlignType, PhrasingContent, TableCell, TableRow } from 'mdast';
import type { ConversionContext } from './conversion-context.ts';
import { breakAsTag } from './break-as-tag.ts';
import type { Block } from './to-blocks.ts';
import { isShown } from './tree.ts';

type ToBlocks = (nodes: Element['children'], context: ConversionContext) => Block[];

/**
 * A table of Markdown has one header row, and cells of one line: paragraphs in a cell are separated by
 * line breaks, merged cells are followed by empty ones. A table that only arranges blocks, because it
 * has other tables in it or one cell, becomes its blocks.
 */
export function toTable(node: Element, context: ConversionContext, toBlocks: ToBlocks): Block[] {
  const rows = elementsIn(node, 'tr').filter(({ element }) => isShown(element));
  const cellsOf = (row: Element): Element[] =>
    row.children.filter((child): child is Element => isCell(child) && isShown(child));
  const cells = rows.flatMap(({ element }) => cellsOf(element));
  for (const cell of cells) context.ledger.keep(cell, 'cell');
  const isLayout = cells.length <= 1 || cells.some((cell) => elementsIn(cell, 'table').length > 0);
  if (isLayout) return toBlocks(withoutTableTags(node), context);
  const caption = node.children.filter(
    (child) =>
      child.type !== 'element' || !['thead', 'tbody', 'tfoot', 'tr'].includes(child.tagName),
  );
  const before = toBlocks(caption, context);
  const grid = new Grid();
  for (const { element } of rows) {
    grid.addRow(
      cellsOf(element).map((cell) => ({
        children: toCell(toBlocks(cell.children, { ...context, withoutFigures: true }), context),
        columns: spanOf(cell, 'colSpan'),
        rows: spanOf(cell, 'rowSpan'),
      })),
    );
  }
  if (grid.hasMerged) context.note('Merged cells of tables were followed by empty ones.');
  const [first] = rows;
  const hasHeader = first !== undefined && isHeader(first, cellsOf(first.element));
  const [head, ...body] = grid.rows(hasHeader);
  if (!head) return before;
  const align = cellsOf(first?.element ?? node).map(alignOf);
  return [...before, { type: 'table', align, children: [head, ...body] }];
}

interface GridCell {
  readonly children: PhrasingContent[];
  readonly columns: number;
  readonly rows: number;
}

/** In columns. A larger span is a mistake, or an attack. */
const MAX_SPAN = 100;

class Grid {
  readonly #rows: TableCell[][] = [];
  /** For each column: how many rows the cell above goes on. */
  #open: number[] = [];
  hasMerged = false;

  addRow(cells: readonly GridCell[]): void {
    const row: TableCell[] = [];
    const skip = (): void => {
      while ((this.#open[row.length] ?? 0) > 0) {
        this.#open[row.length] = (this.#open[row.length] ?? 0) - 1;
        row.push(emptyCell());
      }
    };
    for (const { children, columns, rows } of cells) {
      skip();
      if (columns > 1 || rows > 1) this.hasMerged = true;
      for (let column = 0; column < columns; column++) {
        this.#open[row.length] = rows - 1;
        row.push(column === 0 ? { type: 'tableCell', children } : emptyCell());
      }
    }
    skip();
    this.#rows.push(row);
  }

  /** Rows of equal length. Without a header, the first is empty, as Markdown demands. */
  rows(hasHeader: boolean): TableRow[] {
    const width = Math.max(0, ...this.#rows.map((row) => row.length));
    const rows = hasHeader ? this.#rows : [[], ...this.#rows];
    return rows.map((row) => ({
      type: 'tableRow',
      children: Array.from({ length: width }, (_, index) => row[index] ?? emptyCell()),
    }));
  }
}

function emptyCell(): TableCell {
  return { type: 'tableCell', children: [] };
}

function spanOf({ properties }: Element, name: 'colSpan' | 'rowSpan'): number {
  return Math.max(1, Math.min(Number(properties[name] ?? 1) || 1, MAX_SPAN));
}

function isHeader({ group }: Found, cells: readonly Element[]): boolean {
  return group === 'thead' || cells.every(({ tagName }) => tagName === 'th');
}

function alignOf({ properties }: Element): AlignType {
  const { align, style } = properties;
  const value =
    /text-align\s*:\s*(left|right|center)/.exec(typeof style === 'string' ? style : '')?.[1] ??
    align;
  return value === 'left' || value === 'right' || value === 'center' ? value : null;
}

/** The blocks of a cell on one line, with line breaks between. */
function toCell(blocks: readonly Block[], context: ConversionContext): PhrasingContent[] {
  const lines = blocks.flatMap((block) => linesOf(block, context));
  return lines.flatMap((line, index) =>
    index === 0 ? line : [{ type: 'html' as const, value: '<br>' }, ...line],
  );
}

function linesOf(block: Block, context: ConversionContext): PhrasingContent[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.children.map(breakAsTag)];
    case 'code':
      return block.value.split('\n').map((value) => [{ type: 'text', value }]);
    case 'blockquote':
    case 'footnoteDefinition':
      return block.children.flatMap((child) => linesOf(child, context));
    case 'list':
      context.note('Lists in tables became lines.');
      return block.children.flatMap(({ children }) =>
        children.flatMap((child) => linesOf(child, context)),
      );
    default:
      return [];
  }
}

interface Found {
  readonly element: Element;
  /** The parent's name. */
  readonly group: string;
}

/** The elements of that name, but not those in tables within the table. */
function elementsIn(node: Element, tagName: string): Found[] {
  return node.children.flatMap((child): Found[] => {
    if (child.type !== 'element' || !isShown(child)) return [];
    if (child.tagName === tagName) return [{ element: child, group: node.tagName }];
    return child.tagName === 'table' ? [] : elementsIn(child, tagName);
  });
}

function isCell(node: Nodes): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');
}

/** The content of all cells, in order. Hidden rows and cells stay, so that they stay hidden. */
function withoutTableTags({ children }: Element): Element['children'] {
  return children.flatMap((child) =>
    child.type === 'element' &&
    isShown(child) &&
    ['thead', 'tbody', 'tfoot', 'tr', 'td', 'th'].includes(child.tagName)
      ? isCell(child)
        ? [{ type: 'element' as const, tagName: 'div', properties: {}, children: child.children }]
        : withoutTableTags(child)
      : [child],
  );
}
