import type { Element } from 'hast';
import { childOf, elementsOf, textOf, type XmlElement } from '../../containers/read-xml.ts';
import { element, elementWithFate } from '../../document/source-document.ts';
import type { Block } from '../office/arrange-blocks.ts';
import { markHeader } from '../office/mark-header.ts';
import { readStory } from './read-blocks.ts';
import type { TextContext } from './scope.ts';

/** Reads a table. */
export function readTable(node: XmlElement, context: TextContext): Block[] {
  const title = childOf(node, 'table:title');
  const summary = childOf(node, 'table:desc');
  const table = element('table', {
    ...(title && { title: textOf(title) }),
    ...(summary && { summary: textOf(summary) }),
  });
  addRows(node, table, context);
  markHeader(table);
  return [{ element: table }];
}

const GROUPS = new Set(['table:table-rows', 'table:table-row-group']);

function addRows(node: XmlElement, parent: Element, context: TextContext): void {
  for (const child of elementsOf(node)) {
    if (child.name === 'table:table-row') parent.children.push(readRow(child, context));
    else if (GROUPS.has(child.name)) addRows(child, parent, context);
    else if (child.name === 'table:table-header-rows') {
      const head = element('thead');
      addRows(child, head, context);
      parent.children.push(head);
    }
  }
}

function readRow(row: XmlElement, context: TextContext): Element {
  const tr = element('tr');
  for (const cell of elementsOf(row)) {
    const { attributes } = cell;
    const children = readStory(cell, context);
    if (cell.name === 'table:covered-table-cell') {
      // Behind a merged cell. Nobody sees it.
      if (children.length > 0)
        tr.children.push(elementWithFate({ omitted: 'hidden' }, children, 'div'));
      continue;
    }
    if (cell.name !== 'table:table-cell') continue;
    const columns = Number(attributes['table:number-columns-spanned'] ?? 1);
    const rows = Number(attributes['table:number-rows-spanned'] ?? 1);
    tr.children.push(
      element(
        'td',
        { ...(columns > 1 && { colSpan: columns }), ...(rows > 1 && { rowSpan: rows }) },
        children,
      ),
    );
    addEmptyCells(tr, Number(attributes['table:number-columns-repeated'] ?? 1) - 1);
  }
  return tr;
}

/** In cells. Spreadsheets repeat empty ones up to their edge. */
const MAX_REPEATED = 50;

function addEmptyCells(row: Element, count: number): void {
  for (let index = 0; index < Math.min(count, MAX_REPEATED); index++) {
    row.children.push(element('td'));
  }
}
