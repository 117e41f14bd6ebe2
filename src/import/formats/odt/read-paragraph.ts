import { childOf, type XmlElement } from '../../containers/read-xml.ts';
import { element, elementWithFate } from '../../document/source-document.ts';
import type { Block } from '../office/arrange-blocks.ts';
import { BORDERS_NOTE } from '../office/borders.ts';
import { labelText, type ListLabel } from '../office/list-label.ts';
import { toInline } from '../office/styled-runs.ts';
import { directionOfText } from '../office/writing-systems.ts';
import { readInline } from './read-inline.ts';
import type { ParagraphScope, TextContext } from './scope.ts';

/**
 * Reads a paragraph or a heading, and what stands beside it.
 * @param label of the list that it is in
 */
export function readParagraph(node: XmlElement, context: TextContext, label?: ListLabel): Block[] {
  const { attributes, name } = node;
  const style = context.styles.paragraph(attributes['text:style-name']);
  const isHeading = name === 'text:h' || style.headingLevel !== undefined;
  const isStyled = style.role !== undefined;
  // The look of headings and quotations is up to the site.
  const own = isHeading || isStyled ? { ...style, isBold: undefined, isItalic: undefined } : style;
  const scope: ParagraphScope = {
    context,
    runs: [],
    floats: [],
    text: own,
    isHeading: isHeading || style.role === 'title',
    style: {},
  };
  readInline(node, scope);
  const shown = name === 'text:h' ? headingLabel(node, context, label) : (label?.text ?? '');
  const inline = toInline(scope.runs);
  if (inline.length === 0) {
    return style.hasLine ? [{ element: element('hr') }, ...scope.floats] : scope.floats;
  }
  if (style.hasLine && !isHeading && !isStyled) context.note(BORDERS_NOTE);
  const text = scope.runs
    .map(({ content }) => (typeof content === 'string' ? content : ''))
    .join('');
  const outline = attributes['text:outline-level'] ?? style.headingLevel ?? 1;
  const level = Math.min(Number(outline) || 1, 6);
  const paragraph = element(
    isHeading && !isStyled ? `h${level}` : 'p',
    directionOfText(text, style.isRightToLeft === true),
    shown === '' ? inline : [{ type: 'text', value: shown }, ...inline],
  );
  const isHidden = childOf(node, 'text:hidden-paragraph')?.attributes['text:is-hidden'] === 'true';
  const omitted = isHidden ? 'hidden' : style.role === 'contents' ? 'repeated' : undefined;
  if (omitted) {
    return [{ element: elementWithFate({ omitted }, [paragraph], 'div') }, ...scope.floats];
  }
  const list = isHeading ? undefined : label;
  return [{ element: paragraph, role: style.role, ...(list && { list }) }, ...scope.floats];
}

/** The number of a heading, by its list or by the numbering of chapters. */
function headingLabel(
  { attributes }: XmlElement,
  { lists, headings }: TextContext,
  label: ListLabel | undefined,
): string {
  if (label) return labelText(label);
  if (attributes['text:is-list-header'] === 'true') return '';
  const level = Number(attributes['text:outline-level'] ?? 1) - 1;
  const start = attributes['text:start-value'];
  const own = lists.next(
    undefined,
    level,
    headings,
    start === undefined ? undefined : Number(start),
  );
  return own ? labelText(own) : '';
}
