import type { Element } from 'hast';
import { childOf, type XmlElement } from '../../containers/read-xml.ts';
import { element, elementWithFate } from '../../document/source-document.ts';
import type { Block } from '../office/arrange-blocks.ts';
import { BORDERS_NOTE } from '../office/borders.ts';
import { labelText, type ListLabel } from '../office/list-label.ts';
import { toInline } from '../office/styled-runs.ts';
import { directionOfText } from '../office/writing-systems.ts';
import { isOn, readParagraphProperties, type ParagraphProperties } from './properties.ts';
import { readInline } from './read-inline.ts';
import type { ParagraphScope, Story } from './scope.ts';
import { isDropCap, isMarkDeleted } from './styles.ts';

/** Outline levels beyond are text. */
const MAX_HEADING = 9;

/** Reads a paragraph, and what stands beside it. */
export function readParagraph(node: XmlElement, story: Story): Block[] {
  const { styles } = story.context;
  const pPr = childOf(node, 'w:pPr');
  const own = readParagraphProperties(pPr);
  const style = styles.paragraph(own.styleId);
  const properties = { ...style.paragraph, ...own };
  const isHeading = (properties.headingLevel ?? MAX_HEADING + 1) <= MAX_HEADING;
  const scope: ParagraphScope = {
    story,
    runs: story.pending,
    floats: [],
    paragraph: style,
    isHeading: isHeading || style.role === 'title',
    isRightToLeft: properties.isRightToLeft === true,
    style: {},
    run: {},
  };
  story.pending = [];
  readInline(node, scope);
  if (isMarkDeleted(pPr) || isDropCap(pPr)) {
    story.pending = scope.runs;
    return scope.floats;
  }
  const label = labelOf(properties, pPr, story);
  const { role } = style;
  if (scope.runs.length === 0) {
    return properties.hasLine ? [{ element: element('hr') }, ...scope.floats] : scope.floats;
  }
  if (properties.hasLine && !isHeading && role === undefined) story.context.note(BORDERS_NOTE);
  const text = scope.runs
    .map(({ content }) => (typeof content === 'string' ? content : ''))
    .join('');
  const direction = directionOfText(text, scope.isRightToLeft);
  const tagName = isHeading && role === undefined ? headingTag(properties) : 'p';
  const paragraph = element(tagName, direction, withLabel(scope, label, isHeading));
  if (role === 'contents') {
    const contents = elementWithFate({ omitted: 'repeated' }, [paragraph], 'div');
    return [{ element: contents }, ...scope.floats];
  }
  const list = isHeading ? undefined : label;
  return [{ element: paragraph, role, ...(list && { list }) }, ...scope.floats];
}

function headingTag({ headingLevel = 1 }: ParagraphProperties): string {
  return `h${Math.min(headingLevel, 6)}`;
}

function labelOf(
  { listId, listLevel = 0 }: ParagraphProperties,
  pPr: XmlElement | undefined,
  { context }: Story,
): ListLabel | undefined {
  const isHidden = isOn(childOf(pPr, 'w:rPr'), 'w:vanish') === true;
  if (listId === undefined || listId === '0' || isHidden) return undefined;
  return context.numbering.next(listId, listLevel);
}

function withLabel(
  { runs }: ParagraphScope,
  label: ListLabel | undefined,
  isHeading: boolean,
): Element['children'] {
  const inline = toInline(runs);
  const value = label ? (isHeading ? labelText(label) : label.text) : '';
  return value === '' ? inline : [{ type: 'text', value }, ...inline];
}
