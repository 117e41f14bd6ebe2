import { childOf, textOf, type XmlElement } from '../../containers/read-xml.ts';
import { element, elementWithFate } from '../../document/source-document.ts';
import { toInline, type RunStyle, type StyledRun } from '../office/styled-runs.ts';
import { addElement, addOmitted, addSymbol, addText, withStyle } from './add-content.ts';
import { chosenAlternative } from './alternative-content.ts';
import { Fields, linkOf } from './fields.ts';
import { readObject } from './read-drawing.ts';
import { isOn, readRunProperties, type RunProperties } from './properties.ts';
import type { ParagraphScope } from './scope.ts';
import type { WordStyle } from './styles.ts';

type Handler = (node: XmlElement, scope: ParagraphScope) => void;

/** Reads the content of a paragraph or a run. */
export function readInline({ children }: XmlElement, scope: ParagraphScope): void {
  for (const child of children) {
    if (typeof child === 'string') {
      if (child.trim() !== '') addText(child, scope);
      continue;
    }
    const handler = HANDLERS[child.name];
    if (handler) handler(child, scope);
    else if (!SILENT.has(child.name)) readUnknown(child, scope);
  }
}

const HANDLERS: Readonly<Record<string, Handler>> = {
  'w:r': readRun,
  'w:t': (node, scope) => {
    addText(textOf(node), scope);
  },
  'w:delText': (node, scope) => {
    addText(textOf(node), withStyle(scope, { omitted: 'deleted' }));
  },
  'w:instrText': addCode,
  'w:delInstrText': addCode,
  'w:tab': text('\t'),
  'w:ptab': text('\t'),
  'w:noBreakHyphen': text('\u2011'),
  'w:softHyphen': text('\u00AD'),
  'w:br': (node, scope) => {
    // Breaks of pages and columns are for paper.
    if ((node.attributes['w:type'] ?? 'textWrapping') === 'textWrapping') addBreak(scope);
  },
  'w:cr': (_, scope) => {
    addBreak(scope);
  },
  'w:sym': readSymbol,
  'w:ruby': readRuby,
  'w:fldChar': readFieldMark,
  'w:fldSimple': readSimpleField,
  'w:hyperlink': readHyperlink,
  'w:footnoteReference': readNoteReference('footnote'),
  'w:endnoteReference': readNoteReference('endnote'),
  'w:ins': readInline,
  'w:moveTo': readInline,
  'w:del': readDeleted,
  'w:moveFrom': readDeleted,
  'w:smartTag': readInline,
  'w:customXml': readInline,
  'w:subDoc': readUnknown,
  'w:sdt': readContentControl,
  'w:dir': readDirection,
  'w:bdo': readDirection,
  'm:oMath': readFormula,
  'm:oMathPara': readFormula,
  'mc:AlternateContent': (node, scope) => {
    const chosen = chosenAlternative(node);
    if (chosen) readInline(chosen, scope);
  },
  'w:drawing': readObject,
  'w:pict': readObject,
  'w:object': readObject,
};

/** Elements that show nothing: properties, places, and what Word writes for itself. */
const SILENT: ReadonlySet<string> = new Set(
  (
    'w:pPr w:rPr w:sdtPr w:sdtEndPr w:smartTagPr w:customXmlPr w:proofErr w:bookmarkStart w:bookmarkEnd ' +
    'w:commentRangeStart w:commentRangeEnd w:commentReference w:annotationRef w:footnoteRef w:endnoteRef ' +
    'w:separator w:continuationSeparator w:lastRenderedPageBreak w:permStart w:permEnd w:fldData ' +
    'w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd w:customXmlInsRangeStart ' +
    'w:customXmlInsRangeEnd w:customXmlDelRangeStart w:customXmlDelRangeEnd w:customXmlMoveFromRangeStart ' +
    'w:customXmlMoveFromRangeEnd w:customXmlMoveToRangeStart w:customXmlMoveToRangeEnd ' +
    'w14:conflictIns w14:conflictDel w14:customXmlConflictInsRangeStart w14:customXmlConflictInsRangeEnd'
  ).split(' '),
);

function text(value: string): Handler {
  return (_, scope) => {
    addText(value, scope);
  };
}

function addBreak(scope: ParagraphScope): void {
  addElement(element('br'), scope);
}

function addCode(node: XmlElement, scope: ParagraphScope): void {
  const code = textOf(node);
  if (!scope.story.fields.addCode(code)) {
    addOmitted(code, 'code', scope);
  }
}

function readSymbol({ attributes }: XmlElement, scope: ParagraphScope): void {
  const code = parseInt(attributes['w:char'] ?? '', 16);
  if (Number.isNaN(code) || code > 0x10ffff) return;
  addSymbol(code, attributes['w:font'] ?? '', scope);
}

function readRun(node: XmlElement, outer: ParagraphScope): void {
  const { styles } = outer.story.context;
  const properties = readRunProperties(childOf(node, 'w:rPr'));
  const character = styles.style(properties.styleId);
  const inherited = { ...styles.defaults, ...outer.paragraph.run, ...character.run };
  const run = { ...inherited, ...properties };
  noteFormatting(run, outer);
  readInline(node, {
    ...outer,
    // Default languages are not a property of the text: programs write them without asking.
    run: { ...run, language: own('language'), eastAsian: own('eastAsian'), bidi: own('bidi') },
    style: { ...outer.style, ...styleOf(properties, character, outer) },
  });

  function own(key: 'language' | 'eastAsian' | 'bidi'): string | undefined {
    const value = properties[key] ?? character.run[key] ?? outer.paragraph.run[key];
    return value === styles.defaults[key] ? undefined : value;
  }
}

function styleOf(
  properties: RunProperties,
  character: WordStyle,
  { paragraph, isHeading, style }: ParagraphScope,
): RunStyle {
  // The look of headings and quotations is up to the site.
  const ofParagraph = isHeading || paragraph.role !== undefined ? {} : paragraph.run;
  const toggle = (key: 'isBold' | 'isItalic' | 'isStruck' | 'isHidden'): boolean =>
    properties[key] ?? (character.run[key] === true) !== (ofParagraph[key] === true);
  const position = properties.position ?? character.run.position ?? ofParagraph.position;
  return {
    isBold: !isHeading && toggle('isBold'),
    isItalic: toggle('isItalic'),
    isStruck: toggle('isStruck'),
    isCode: character.isCode,
    ...(position !== 'baseline' && { position }),
    ...(style.omitted === undefined && toggle('isHidden') && { omitted: 'hidden' as const }),
  };
}

function noteFormatting(run: RunProperties, { story, style }: ParagraphScope): void {
  const { note } = story.context;
  if (run.isInCapitals) note('Text that Word shows in capitals is as it was typed.');
  if (run.isUnderlined && style.href === undefined && !story.fields.isLink) {
    note('Underlines were not carried over.');
  }
}

function readDeleted(node: XmlElement, scope: ParagraphScope): void {
  readInline(node, withStyle(scope, { omitted: 'deleted' }));
}

function readHyperlink(node: XmlElement, scope: ParagraphScope): void {
  const { 'r:id': id = '', 'w:anchor': anchor, 'w:tooltip': title } = node.attributes;
  const target = scope.story.relationships.get(id)?.target ?? '';
  const hash = anchor === undefined || anchor === '' ? '' : `#${anchor}`;
  readLink(node, scope, { href: `${target}${hash}`, title });
}

function readSimpleField(node: XmlElement, scope: ParagraphScope): void {
  const { 'w:instr': code = '' } = node.attributes;
  const link = linkOf(code);
  if (link) {
    readLink(node, scope, link);
    return;
  }
  addOmitted(code, 'code', scope);
  readInline(node, scope);
}

/** Reads the content of a link. Links in links are omitted: what is in both is in the inner one. */
function readLink(
  node: XmlElement,
  scope: ParagraphScope,
  { href = '', title }: Pick<RunStyle, 'href' | 'title'>,
): void {
  const start = scope.runs.length;
  readInline(node, withStyle(scope, { href, title }));
  const isUsed = scope.runs
    .slice(start)
    .some(({ style }) => style.href === href && style.title === title);
  for (const value of isUsed ? [] : [href, title ?? '']) {
    if (value !== '') addOmitted(value, 'address', scope);
  }
}

function readFieldMark({ attributes }: XmlElement, { story, runs, style }: ParagraphScope): void {
  const type = attributes['w:fldCharType'];
  if (type === 'begin') story.fields.begin(runs);
  else if (type === 'separate') story.fields.separate();
  else if (type === 'end') story.fields.end(runs, style);
}

function readNoteReference(kind: 'footnote' | 'endnote'): Handler {
  return ({ attributes }, scope) => {
    if (scope.style.omitted !== undefined || scope.story.fields.addText('')) return;
    const note = scope.story.context.noteNumbers.refer(kind, attributes['w:id'] ?? '');
    addElement(element('note-ref', { note }), withStyle(scope, { position: undefined }));
  };
}

function readRuby(node: XmlElement, scope: ParagraphScope): void {
  const read = (name: string): StyledRun[] => {
    const part = childOf(node, name);
    return part ? readWithin(part, scope) : [];
  };
  const children = [...toInline(read('w:rubyBase')), element('rt', {}, toInline(read('w:rt')))];
  addElement(element('ruby', {}, children), scope);
}

function readContentControl(node: XmlElement, scope: ParagraphScope): void {
  const content = childOf(node, 'w:sdtContent');
  if (!content) return;
  const isPlaceholder = isOn(childOf(node, 'w:sdtPr'), 'w:showingPlcHdr') === true;
  readInline(content, isPlaceholder ? withStyle(scope, { omitted: 'control' }) : scope);
}

function readDirection(node: XmlElement, scope: ParagraphScope): void {
  const direction = node.attributes['w:val'] === 'rtl' ? 'rtl' : 'ltr';
  readInline(node, withStyle(scope, { direction }));
}

function readFormula(node: XmlElement, scope: ParagraphScope): void {
  const formula = elementWithFate({ omitted: 'unsupported' }, [
    { type: 'text', value: textOf(node) },
  ]);
  addElement(formula, scope);
}

/** Text is kept. Without any, nobody knows what is missing, and the document is refused. */
function readUnknown(node: XmlElement, scope: ParagraphScope): void {
  const runs = readWithin(node, scope);
  const name = node.name.replace(':', '-').toLowerCase();
  if (runs.length > 0) scope.story.context.note(`The text in <${node.name}> was kept as text.`);
  addElement(element(name.includes('-') ? name : `x-${name}`, {}, toInline(runs)), scope);
}

/** Reads the content of an element that gets the style and the link of what is around it. */
function readWithin(node: XmlElement, scope: ParagraphScope): StyledRun[] {
  const runs: StyledRun[] = [];
  const story = { ...scope.story, fields: new Fields() };
  readInline(node, { ...scope, story, style: {}, runs });
  story.fields.endAll(runs);
  return runs;
}
