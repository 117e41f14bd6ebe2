import { elementsOf, type XmlElement } from '../../containers/read-xml.ts';
import type { Block } from '../office/arrange-blocks.ts';
import { noLabel } from '../office/list-label.ts';
import type { Counters } from './list-styles.ts';
import { readBlocks } from './read-blocks.ts';
import { readParagraph } from './read-paragraph.ts';
import type { ListScope, TextContext } from './scope.ts';

/** Reads a list, with the lists in it. */
export function readList(node: XmlElement, context: TextContext, outer?: ListScope): Block[] {
  const { attributes } = node;
  const style = attributes['text:style-name'] ?? outer?.style;
  const level = outer === undefined ? 0 : outer.level + 1;
  const counters = outer?.counters ?? countersOf(attributes, context);
  const scope: ListScope = { style, level, counters };
  return elementsOf(node).flatMap((item) => {
    const isItem = item.name === 'text:list-item';
    if (!isItem && item.name !== 'text:list-header') return readBlocks(wrapped(item), context);
    return readItem(item, context, scope, isItem);
  });
}

/** Continued lists go on counting. */
function countersOf(attributes: XmlElement['attributes'], { counters }: TextContext): Counters {
  const {
    'text:style-name': style = '',
    'xml:id': id,
    'text:continue-list': continued,
  } = attributes;
  const isContinued = attributes['text:continue-numbering'] === 'true';
  const known =
    continued === undefined
      ? isContinued
        ? counters.get(`style ${style}`)
        : undefined
      : counters.get(`id ${continued}`);
  const own = known ?? [];
  counters.set(`style ${style}`, own);
  if (id !== undefined) counters.set(`id ${id}`, own);
  return own;
}

function readItem(
  item: XmlElement,
  context: TextContext,
  { style, level, counters }: ListScope,
  isNumbered: boolean,
): Block[] {
  let isFirst = isNumbered;
  return elementsOf(item).flatMap((child): Block[] => {
    if (child.name === 'text:list') return readList(child, context, { style, level, counters });
    // The document's program may have written the label, which is counted here.
    if (child.name === 'text:number') return [];
    if (child.name !== 'text:p' && child.name !== 'text:h') {
      return readBlocks(wrapped(child), context);
    }
    const start = item.attributes['text:start-value'];
    const label = isFirst
      ? context.lists.next(style, level, counters, start === undefined ? undefined : Number(start))
      : undefined;
    isFirst = false;
    return readParagraph(child, context, label ?? noLabel(level));
  });
}

function wrapped(node: XmlElement): XmlElement {
  return { name: '', attributes: {}, children: [node] };
}

/** A paragraph that says itself which list it is in. */
export function readNumberedParagraph(node: XmlElement, context: TextContext): Block[] {
  const { attributes } = node;
  const level = Number(attributes['text:level'] ?? 1) - 1;
  const key = `id ${attributes['text:list-id'] ?? ''}`;
  const counters = context.counters.get(key) ?? [];
  context.counters.set(key, counters);
  return readItem(node, context, { style: attributes['text:style-name'], level, counters }, true);
}
