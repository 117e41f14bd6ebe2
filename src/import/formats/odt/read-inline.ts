import type { Element } from 'hast';
import { childOf, elementsOf, textOf, type XmlElement } from '../../containers/read-xml.ts';
import type { OmitReason } from '../../document/fate.ts';
import { element } from '../../document/source-document.ts';
import { isSymbol, isSymbolFont, splitSymbols, symbolOf } from '../office/symbol-fonts.ts';
import { toInline, type RunStyle, type StyledRun } from '../office/styled-runs.ts';
import { languageOfText } from '../office/writing-systems.ts';
import { readStory } from './read-blocks.ts';
import { readShape } from './read-frame.ts';
import type { ParagraphScope } from './scope.ts';

type Handler = (node: XmlElement, scope: ParagraphScope) => void;

/** Reads the content of a paragraph or a span. */
export function readInline({ children }: XmlElement, scope: ParagraphScope): void {
  for (const child of children) {
    if (typeof child === 'string') addText(child, scope);
    else handlerOf(child)(child, scope);
  }
}

function handlerOf({ name, children }: XmlElement): Handler {
  const handler = HANDLERS[name];
  if (handler) return handler;
  if (name.startsWith('draw:')) return readShape;
  // Fields have what they show as their content.
  if (name.startsWith('text:')) return children.length > 0 ? readInline : ignore;
  return readUnknown;
}

const HANDLERS: Readonly<Record<string, Handler>> = {
  'text:span': readSpan,
  'text:a': readLink,
  'text:s': ({ attributes }, scope) => {
    const count = Number(attributes['text:c'] ?? 1);
    addText(' '.repeat(Math.min(Math.max(count, 1), MAX_SPACES)), scope);
  },
  'text:tab': (_, scope) => {
    addText('\t', scope);
  },
  'text:line-break': (_, scope) => {
    addElement(element('br'), scope);
  },
  'text:note': readNote,
  'text:ruby': readRuby,
  'text:hidden-text': (node, scope) => {
    addOmitted(node.attributes['text:string-value'] ?? textOf(node), 'hidden', scope);
  },
  'text:script': omitted('code'),
  'text:placeholder': omitted('control'),
  'office:annotation': omitted('comment'),
  'office:annotation-end': ignore,
  'office:script': omitted('code'),
  'loext:content-control': (node, scope) => {
    const isPlaceholder = node.attributes['loext:showing-place-holder'] === 'true';
    readInline(node, isPlaceholder ? withStyle(scope, { omitted: 'control' }) : scope);
  },
  'draw:a': readLink,
  'draw:control': ignore,
};

/** In spaces. A page shows one. */
const MAX_SPACES = 1000;

function ignore(): void {
  // Shows nothing.
}

/** Omits the text of an element, a line for each paragraph in it. */
function omitted(reason: OmitReason): Handler {
  return (node, scope) => {
    const paragraphs = elementsOf(node).filter(({ name }) => name !== 'dc:date');
    const text = paragraphs.length > 0 ? paragraphs.map(textOf).join('\n') : textOf(node);
    addOmitted(text, reason, scope);
  };
}

function addText(value: string, scope: ParagraphScope): void {
  if (value === '') return;
  const { text, runs } = scope;
  const style: RunStyle = { ...styleOf(scope), language: languageOfText(value, text) };
  const { font } = text;
  if (font === undefined || !isSymbolFont(font)) {
    runs.push({ content: value, style });
    return;
  }
  for (const part of splitSymbols(value)) {
    if (!isSymbol(part)) {
      runs.push({ content: part, style });
      continue;
    }
    const code = part.codePointAt(0) ?? 0;
    const symbol = symbolOf(code, font);
    const unknown = element('text-symbol', { title: `${font} ${code.toString(16)}` });
    runs.push({ content: symbol ?? unknown, style });
  }
}

function styleOf({ text, isHeading, style, context }: ParagraphScope): RunStyle {
  const { position } = text;
  if (text.isInCapitals) {
    context.note('Text that the document shows in capitals is as it was typed.');
  }
  if (text.isUnderlined && style.href === undefined) {
    context.note('Underlines were not carried over.');
  }
  return {
    isBold: text.isBold === true && !isHeading,
    isItalic: text.isItalic,
    isStruck: text.isStruck,
    isCode: text.isCode,
    ...(position !== 'baseline' && { position }),
    ...(text.isHidden && { omitted: 'hidden' as const }),
    ...style,
  };
}

/** Adds a picture, a line break or the like. */
export function addElement(content: Element, scope: ParagraphScope): void {
  scope.runs.push({ content, style: styleOf(scope) });
}

/** Adds text that is not for the body, for the ledger. */
export function addOmitted(content: string, reason: OmitReason, scope: ParagraphScope): void {
  if (content.trim() === '') return;
  scope.runs.push({ content, style: { omitted: reason, ...linkOf(scope) } });
}

function linkOf({ style: { href, title } }: ParagraphScope): RunStyle {
  return { href, title };
}

export function withStyle(scope: ParagraphScope, style: RunStyle): ParagraphScope {
  return { ...scope, style: { ...style, ...scope.style, ...(style.href !== undefined && style) } };
}

function readSpan(node: XmlElement, scope: ParagraphScope): void {
  const own = scope.context.styles.text(node.attributes['text:style-name']);
  readInline(node, { ...scope, text: { ...scope.text, ...own } });
}

function readLink(node: XmlElement, scope: ParagraphScope): void {
  const { 'xlink:href': href = '', 'office:title': title } = node.attributes;
  const { omitted: outer } = scope.style;
  const style: RunStyle = { href, title, ...(outer && { omitted: outer }) };
  readInline(node, { ...scope, style: { ...scope.style, ...style } });
}

function readNote(node: XmlElement, scope: ParagraphScope): void {
  const { context } = scope;
  const citation = childOf(node, 'text:note-citation');
  const body = childOf(node, 'text:note-body');
  // The site numbers notes itself.
  if (citation) addOmitted(textOf(citation), 'repeated', scope);
  const children = body ? readStory(body, context) : [];
  const note = String(context.noteElements.length + 1);
  context.noteElements.push(element('note', { id: note }, children));
  if (styleOf(scope).omitted !== undefined) return;
  const style = { ...styleOf(scope), position: undefined };
  scope.runs.push({ content: element('note-ref', { note }), style });
}

function readRuby(node: XmlElement, scope: ParagraphScope): void {
  const read = (name: string): Element['children'] => {
    const part = childOf(node, name);
    return part ? readWithin(part, scope) : [];
  };
  const children = [...read('text:ruby-base'), element('rt', {}, read('text:ruby-text'))];
  addElement(element('ruby', {}, children), scope);
}

/** Text is kept. Without any, nobody knows what is missing, and the document is refused. */
function readUnknown(node: XmlElement, scope: ParagraphScope): void {
  const children = readWithin(node, scope);
  const name = node.name.replace(':', '-').toLowerCase();
  if (children.length > 0) scope.context.note(`The text in <${node.name}> was kept as text.`);
  addElement(element(name.includes('-') ? name : `x-${name}`, {}, children), scope);
}

/** Reads the content of an element that gets the style and the link of what is around it. */
function readWithin(node: XmlElement, scope: ParagraphScope): Element['children'] {
  const runs: StyledRun[] = [];
  readInline(node, { ...scope, text: {}, style: {}, runs });
  return toInline(runs);
}
