import type { Element } from 'hast';
import { childOf, elementsOf, type XmlElement } from '../../containers/read-xml.ts';
import { element, elementWithFate } from '../../document/source-document.ts';
import { arrangeBlocks, type Block } from '../office/arrange-blocks.ts';
import { markHeader } from '../office/mark-header.ts';
import { isOn, valueOf } from './properties.ts';
import { flushPending, readChildren } from './read-blocks.ts';
import type { Story } from './scope.ts';

/** Reads a table. Merged cells become cells that span rows and columns. */
export function readTable(node: XmlElement, story: Story): Block[] {
  const properties = childOf(node, 'w:tblPr');
  const table = element('table', titlesOf(properties));
  /** For each column: the cell that goes on below. */
  const open: (Element | undefined)[] = [];
  for (const row of rowsOf(node)) {
    const rowProperties = childOf(row, 'w:trPr');
    const tr = element('tr');
    let column = Number(valueOf(rowProperties, 'w:gridBefore') ?? 0);
    if (column > 0) tr.children.push(element('td', { colSpan: column }));
    for (const cell of cellsOf(row)) {
      const cellProperties = childOf(cell, 'w:tcPr');
      const span = Math.max(1, Number(valueOf(cellProperties, 'w:gridSpan') ?? 1) || 1);
      const merge = childOf(cellProperties, 'w:vMerge');
      const above = open[column];
      const isContinued =
        merge !== undefined && (merge.attributes['w:val'] ?? 'continue') === 'continue';
      const content = [
        ...arrangeBlocks(readChildren(cell, story)),
        ...arrangeBlocks(flushPending(story)),
      ];
      if (isContinued && above) {
        above.properties.rowSpan = Number(above.properties.rowSpan ?? 1) + 1;
        // Word does not show what is in the cells below the first.
        if (content.length > 0)
          above.children.push(elementWithFate({ omitted: 'hidden' }, content, 'div'));
      } else {
        const td = element('td', span > 1 ? { colSpan: span } : {}, content);
        tr.children.push(td);
        open[column] = merge ? td : undefined;
      }
      column += span;
    }
    const isDeleted = childOf(rowProperties, 'w:del') !== undefined;
    const isHeader = isOn(rowProperties, 'w:tblHeader') === true;
    if (isDeleted) table.children.push(elementWithFate({ omitted: 'deleted' }, tr.children, 'tr'));
    else if (isHeader) table.children.push(element('thead', {}, [tr]));
    else table.children.push(tr);
  }
  markHeader(table);
  return [{ element: table }];
}

/** Rows and cells can be in content controls, and in elements of custom XML. */
function unwrapped(node: XmlElement, name: string): XmlElement[] {
  return elementsOf(node).flatMap((child): XmlElement[] => {
    if (child.name === name) return [child];
    return WRAPPERS.has(child.name) ? unwrapped(child, name) : [];
  });
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

function rowsOf(table: XmlElement): XmlElement[] {
  return unwrapped(table, 'w:tr');
}

function cellsOf(row: XmlElement): XmlElement[] {
  return unwrapped(row, 'w:tc');
}

/** The alternative text of a table. */
function titlesOf(properties: XmlElement | undefined): Element['properties'] {
  const title = valueOf(properties, 'w:tblCaption');
  const summary = valueOf(properties, 'w:tblDescription');
  return { ...(title !== undefined && { title }), ...(summary !== undefined && { summary }) };
}
