import type { Element } from 'hast';
import { childOf, elementsOf, type XmlElement } from '../../containers/read-xml.ts';
import { element, elementWithFate } from '../../document/source-document.ts';
import { arrangeBlocks, type Block } from '../office/arrange-blocks.ts';
import { toInline } from '../office/styled-runs.ts';
import { readInline } from './read-inline.ts';
import { readList, readNumberedParagraph } from './read-list.ts';
import { readParagraph } from './read-paragraph.ts';
import { readTable } from './read-table.ts';
import type { ParagraphScope, TextContext } from './scope.ts';

type Handler = (node: XmlElement, context: TextContext) => Block[];

/** Reads a text of its own, such as a note or a text box. */
export function readStory(node: XmlElement, context: TextContext): Element[] {
  return arrangeBlocks(readBlocks(node, context));
}

/** Reads paragraphs, lists and tables, in their order. */
export function readBlocks(node: XmlElement, context: TextContext): Block[] {
  return elementsOf(node).flatMap((child) => {
    if (SILENT.has(child.name)) return [];
    return (HANDLERS[child.name] ?? readOther)(child, context);
  });
}

const HANDLERS: Readonly<Record<string, Handler>> = {
  'text:p': (node, context) => readParagraph(node, context),
  'text:h': (node, context) => readParagraph(node, context),
  'text:list': (node, context) => readList(node, context),
  'text:numbered-paragraph': (node, context) => readNumberedParagraph(node, context),
  'table:table': readTable,
  'text:section': readSection,
  'text:table-of-content': omitIndex,
  'text:illustration-index': omitIndex,
  'text:table-index': omitIndex,
  'text:object-index': omitIndex,
  'text:user-index': omitIndex,
  'text:alphabetical-index': omitIndex,
  'text:bibliography': (node, context) => readBlocks(node, context),
  'text:index-body': (node, context) => readBlocks(node, context),
  'text:index-title': (node, context) => readBlocks(node, context),
  'text:tracked-changes': omitDeletions,
};

const SILENT: ReadonlySet<string> = new Set(
  (
    'text:sequence-decls text:variable-decls text:user-field-decls text:dde-connection-decls office:forms ' +
    'text:alphabetical-index-auto-mark-file text:soft-page-break text:change text:change-start ' +
    'text:change-end svg:title svg:desc text:bibliography-source draw:enhanced-geometry ' +
    'draw:glue-point office:event-listeners table:title table:desc'
  ).split(' '),
);

function readSection(node: XmlElement, context: TextContext): Block[] {
  const { 'text:display': display, 'text:style-name': style } = node.attributes;
  const blocks = readBlocks(node, context);
  const isHidden = display === 'none' || context.styles.isHiddenSection(style);
  if (!isHidden) return blocks;
  return [{ element: elementWithFate({ omitted: 'hidden' }, arrangeBlocks(blocks), 'div') }];
}

/** The site makes its own. */
function omitIndex(node: XmlElement, context: TextContext): Block[] {
  const body = childOf(node, 'text:index-body');
  const children = body ? arrangeBlocks(readBlocks(body, context)) : [];
  return [{ element: elementWithFate({ omitted: 'repeated' }, children, 'div') }];
}

function omitDeletions(node: XmlElement, context: TextContext): Block[] {
  const deletions = elementsOf(node).flatMap((region) => childOf(region, 'text:deletion') ?? []);
  const children = deletions.flatMap((deletion) =>
    readStory(
      {
        ...deletion,
        children: elementsOf(deletion).filter(({ name }) => name !== 'office:change-info'),
      },
      context,
    ),
  );
  return [{ element: elementWithFate({ omitted: 'deleted' }, children, 'div') }];
}

/** Frames that stand on the page, and what nobody knows: a paragraph of its own. */
function readOther(node: XmlElement, context: TextContext): Block[] {
  const scope: ParagraphScope = {
    context,
    runs: [],
    floats: [],
    text: {},
    isHeading: false,
    style: {},
  };
  readInline({ name: '', attributes: {}, children: [node] }, scope);
  const paragraph = { element: element('p', {}, toInline(scope.runs)) };
  return scope.runs.length === 0 ? scope.floats : [paragraph, ...scope.floats];
}
