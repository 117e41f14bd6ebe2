import type { Element } from 'hast';
import { childOf, elementsOf, type XmlElement } from '../../containers/read-xml.ts';
import { element, elementWithFate } from '../../document/source-document.ts';
import { arrangeBlocks, type Block } from '../office/arrange-blocks.ts';
import { toInline } from '../office/styled-runs.ts';
import { chosenAlternative } from './alternative-content.ts';
import { Fields } from './fields.ts';
import { isOn } from './properties.ts';
import { readInline } from './read-inline.ts';
import { readParagraph } from './read-paragraph.ts';
import { readTable } from './read-table.ts';
import type { Story } from './scope.ts';

type Handler = (node: XmlElement, story: Story) => Block[];

/** Reads a text of its own, such as a note or a text box. */
export function readStory(
  node: XmlElement,
  { context, relationships }: Pick<Story, 'context' | 'relationships'>,
): Element[] {
  return arrangeBlocks(
    readBlocks(node, { context, relationships, fields: new Fields(), pending: [] }),
  );
}

/** Reads paragraphs and tables, in their order. */
export function readBlocks(node: XmlElement, story: Story): Block[] {
  const blocks = readChildren(node, story);
  story.fields.endAll(story.pending);
  return [...blocks, ...flushPending(story)];
}

/** Reads the blocks of a part of a story, such as a cell. */
export function readChildren(node: XmlElement, story: Story): Block[] {
  return elementsOf(node).flatMap((child) => {
    if (SILENT.has(child.name)) return [];
    const isParagraph = child.name === 'w:p';
    const before = isParagraph || child.name !== 'w:tbl' ? [] : flushPending(story);
    return [...before, ...(HANDLERS[child.name] ?? readOther)(child, story)];
  });
}

/** The content of a paragraph that has no next one to join. */
export function flushPending(story: Story): Block[] {
  const { pending } = story;
  story.pending = [];
  return pending.length === 0 ? [] : [{ element: element('p', {}, toInline(pending)) }];
}

const HANDLERS: Readonly<Record<string, Handler>> = {
  'w:p': readParagraph,
  'w:tbl': readTable,
  'w:ins': readChildren,
  'w:moveTo': readChildren,
  'w:customXml': readChildren,
  'w:del': omitDeleted,
  'w:moveFrom': omitDeleted,
  'w:sdt': readContentControl,
  'mc:AlternateContent': (node, story) => {
    const chosen = chosenAlternative(node);
    return chosen ? readChildren(chosen, story) : [];
  },
  // Another document, which Word shows in this one.
  'w:altChunk': () => [{ element: element('w-altchunk') }],
};

const SILENT: ReadonlySet<string> = new Set(
  (
    'w:sectPr w:tblPr w:tblGrid w:tcPr w:trPr w:tblPrEx w:sdtPr w:sdtEndPr w:customXmlPr w:proofErr ' +
    'w:bookmarkStart w:bookmarkEnd w:commentRangeStart w:commentRangeEnd w:permStart w:permEnd ' +
    'w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd w:customXmlInsRangeStart ' +
    'w:customXmlInsRangeEnd w:customXmlDelRangeStart w:customXmlDelRangeEnd w:customXmlMoveFromRangeStart ' +
    'w:customXmlMoveFromRangeEnd w:customXmlMoveToRangeStart w:customXmlMoveToRangeEnd'
  ).split(' '),
);

function omitDeleted(node: XmlElement, story: Story): Block[] {
  const children = arrangeBlocks(readChildren(node, story));
  return [{ element: elementWithFate({ omitted: 'deleted' }, children, 'div') }];
}

function readContentControl(node: XmlElement, story: Story): Block[] {
  const content = childOf(node, 'w:sdtContent');
  if (!content) return [];
  const blocks = readChildren(content, story);
  const isPlaceholder = isOn(childOf(node, 'w:sdtPr'), 'w:showingPlcHdr') === true;
  if (!isPlaceholder) return blocks;
  return [{ element: elementWithFate({ omitted: 'control' }, arrangeBlocks(blocks), 'div') }];
}

/** Content that should be in a paragraph, or that nobody knows: a paragraph of its own. */
function readOther(node: XmlElement, story: Story): Block[] {
  const runs = story.pending;
  story.pending = [];
  const floats: Block[] = [];
  readInline(
    { name: '', attributes: {}, children: [node] },
    {
      story,
      runs,
      floats,
      paragraph: story.context.styles.paragraph(undefined),
      isHeading: false,
      isRightToLeft: false,
      style: {},
      run: {},
    },
  );
  return [{ element: element('p', {}, toInline(runs)) }, ...floats];
}
