import { childOf, elementsOf, type XmlElement } from '../../containers/read-xml.ts';
import type { BlockRole } from '../office/arrange-blocks.ts';
import { isCodeStyle, roleOfStyle } from '../office/style-roles.ts';
import {
  readParagraphProperties,
  readRunProperties,
  valueOf,
  type ParagraphProperties,
  type RunProperties,
} from './properties.ts';

/** A style, with what it takes over from the styles that it is based on. */
export interface WordStyle {
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
  readonly role?: BlockRole | undefined;
  readonly isCode: boolean;
}

const NO_STYLE: WordStyle = { run: {}, paragraph: {}, isCode: false };

/** The styles of a document, by their ids. */
export class WordStyles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, WordStyle>();
  readonly #defaultParagraph: string | undefined;
  /** What applies to all runs, unless a style or the run itself says something else. */
  readonly defaults: RunProperties;

  constructor(root: XmlElement | undefined) {
    const styles = root ? elementsOf(root).filter(({ name }) => name === 'w:style') : [];
    for (const style of styles) {
      this.#elements.set(style.attributes['w:styleId'] ?? '', style);
    }
    const isDefault = ({ attributes }: XmlElement): boolean =>
      attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? '');
    this.#defaultParagraph = styles.find(isDefault)?.attributes['w:styleId'];
    const ofRuns = childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault');
    this.defaults = readRunProperties(childOf(ofRuns, 'w:rPr'));
  }

  /** The style of a paragraph. Without an id, the default one. */
  paragraph(id: string | undefined): WordStyle {
    return this.style(id ?? this.#defaultParagraph);
  }

  style(id: string | undefined): WordStyle {
    return id === undefined ? NO_STYLE : this.#resolve(id, new Set());
  }

  /** @param seen the ids on the way here: styles of a broken file can be based on each other */
  #resolve(id: string, seen: Set<string>): WordStyle {
    const known = this.#resolved.get(id);
    if (known) return known;
    if (seen.has(id)) return NO_STYLE;
    seen.add(id);
    const style = this.#elements.get(id);
    const parent = valueOf(style, 'w:basedOn');
    const base = parent === undefined ? NO_STYLE : this.#resolve(parent, seen);
    // In Word's own languages, ids are translated, and names are not.
    const name = (valueOf(style, 'w:name') ?? id).toLowerCase();
    const level = headingLevelOf(name);
    const paragraph = readParagraphProperties(childOf(style, 'w:pPr'));
    const resolved: WordStyle = {
      run: { ...base.run, ...readRunProperties(childOf(style, 'w:rPr')) },
      paragraph: {
        ...base.paragraph,
        ...(level !== undefined && { headingLevel: level }),
        ...paragraph,
      },
      role: roleOfStyle(name) ?? base.role,
      isCode: base.isCode || isCodeStyle(name),
    };
    this.#resolved.set(id, resolved);
    return resolved;
  }

  /** The list that a list style stands for. */
  listOf(id: string): string | undefined {
    return this.style(id).paragraph.listId;
  }
}

/** Names of Word, and of programs that translate them. */
const HEADING =
  /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|nagłówek|nadpis|заголовок|标题|標題|見出し|제목)\s*([1-9])$/;

function headingLevelOf(name: string): number | undefined {
  const level = HEADING.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** Whether a mark of a paragraph is deleted or moved away, so that it joins the next one. */
export function isMarkDeleted(pPr: XmlElement | undefined): boolean {
  const mark = childOf(pPr, 'w:rPr');
  return (childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom')) !== undefined;
}

/** Whether the first letter of the next paragraph is in a paragraph of its own. */
export function isDropCap(pPr: XmlElement | undefined): boolean {
  return /^(?:drop|margin)$/.test(childOf(pPr, 'w:framePr')?.attributes['w:dropCap'] ?? '');
}
