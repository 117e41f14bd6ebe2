import { childOf, type XmlElement } from '../../containers/read-xml.ts';
import { hasLine } from '../office/borders.ts';

/** What `<w:rPr>` says about a run. `undefined` where it says nothing. */
export interface RunProperties {
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isStruck?: boolean;
  readonly isHidden?: boolean;
  readonly isInCapitals?: boolean;
  readonly isUnderlined?: boolean;
  readonly isRightToLeft?: boolean;
  readonly position?: 'sub' | 'sup' | 'baseline';
  /** BCP 47, for Latin and similar writing systems, for East Asian, and for right-to-left ones. */
  readonly language?: string;
  readonly eastAsian?: string;
  readonly bidi?: string;
  readonly font?: string;
  readonly styleId?: string;
}

/** What `<w:pPr>` says about a paragraph. */
export interface ParagraphProperties {
  /** 1 for the highest heading. 10 for text. */
  readonly headingLevel?: number;
  readonly listId?: string;
  /** From 0. */
  readonly listLevel?: number;
  readonly isRightToLeft?: boolean;
  readonly hasLine?: boolean;
  readonly styleId?: string;
}

/** The value of a child element, such as `<w:outlineLvl w:val="0"/>`. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

/** Reads a property that is on or off. `undefined` if it is not there. */
export function isOn(element: XmlElement | undefined, name: string): boolean | undefined {
  const property = childOf(element, name);
  if (!property) return undefined;
  return !['0', 'false', 'off', 'none'].includes(property.attributes['w:val'] ?? 'true');
}

export function readRunProperties(rPr: XmlElement | undefined): RunProperties {
  if (!rPr) return {};
  const language = childOf(rPr, 'w:lang')?.attributes;
  const fonts = childOf(rPr, 'w:rFonts')?.attributes;
  return defined({
    isBold: isOn(rPr, 'w:b'),
    isItalic: isOn(rPr, 'w:i'),
    isStruck: isOn(rPr, 'w:strike') ?? isOn(rPr, 'w:dstrike'),
    isHidden: isOn(rPr, 'w:vanish'),
    isInCapitals: isOn(rPr, 'w:caps'),
    isUnderlined: isOn(rPr, 'w:u'),
    isRightToLeft: isOn(rPr, 'w:rtl'),
    position: POSITIONS[valueOf(rPr, 'w:vertAlign') ?? ''] ?? raised(rPr),
    language: language?.['w:val'],
    eastAsian: language?.['w:eastAsia'],
    bidi: language?.['w:bidi'],
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
    styleId: valueOf(rPr, 'w:rStyle'),
  });
}

/** LibreOffice raises smaller text. Text that is only raised is a matter of typography. */
function raised(rPr: XmlElement): 'sub' | 'sup' | undefined {
  const shift = Number(valueOf(rPr, 'w:position') ?? 0);
  if (shift === 0 || childOf(rPr, 'w:sz') === undefined) return undefined;
  return shift > 0 ? 'sup' : 'sub';
}

const POSITIONS: Readonly<Record<string, RunProperties['position']>> = {
  subscript: 'sub',
  superscript: 'sup',
  baseline: 'baseline',
};

export function readParagraphProperties(pPr: XmlElement | undefined): ParagraphProperties {
  if (!pPr) return {};
  const outline = valueOf(pPr, 'w:outlineLvl');
  const list = childOf(pPr, 'w:numPr');
  const level = valueOf(list, 'w:ilvl');
  const borders = childOf(pPr, 'w:pBdr');
  return defined({
    headingLevel: outline === undefined ? undefined : Number(outline) + 1,
    listId: valueOf(list, 'w:numId'),
    listLevel: level === undefined ? undefined : Number(level),
    isRightToLeft: isOn(pPr, 'w:bidi'),
    hasLine: hasLine(['w:top', 'w:bottom'].map((side) => valueOf(borders, side))),
    styleId: valueOf(pPr, 'w:pStyle'),
  });
}

/** Without what is `undefined`, so that one can be spread over another. */
function defined<Properties extends object>(properties: {
  [Key in keyof Properties]: Properties[Key] | undefined;
}): Properties {
  const entries = Object.entries(properties).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Properties; // The same keys, or fewer.
}
