import { childOf, elementsOf, type XmlElement } from '../../containers/read-xml.ts';
import type { BlockRole } from '../office/arrange-blocks.ts';
import { hasLine } from '../office/borders.ts';
import { isCodeStyle, roleOfStyle } from '../office/style-roles.ts';

/** What a style of a paragraph or of text says. `undefined` where it says nothing. */
export interface TextStyle {
  readonly isBold?: boolean | undefined;
  readonly isItalic?: boolean | undefined;
  readonly isStruck?: boolean;
  readonly isHidden?: boolean;
  readonly isUnderlined?: boolean;
  readonly isInCapitals?: boolean;
  readonly position?: 'sub' | 'sup' | 'baseline';
  /** BCP 47, for Latin and similar writing systems, for East Asian, and for right-to-left ones. */
  readonly language?: string;
  readonly eastAsian?: string;
  readonly bidi?: string;
  readonly font?: string;
  readonly isRightToLeft?: boolean;
  readonly hasLine?: boolean;
  readonly role?: BlockRole;
  readonly isCode?: boolean;
  /** From 1. */
  readonly headingLevel?: number;
}

/** The styles of a document, by their families and names. */
export class TextStyles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, TextStyle>();
  /** The language that the program was set to. */
  readonly defaultLanguage: string | undefined;

  /** @param roots of styles.xml and content.xml */
  constructor(roots: readonly XmlElement[]) {
    const groups = roots.flatMap(elementsOf).filter(({ name }) => STYLE_GROUPS.has(name));
    for (const style of groups.flatMap(elementsOf)) {
      const { 'style:family': family = '', 'style:name': name = '' } = style.attributes;
      this.#elements.set(`${family} ${name}`, style);
      if (style.name === 'style:default-style' && family === 'paragraph') {
        this.defaultLanguage = readProperties(style).language;
      }
    }
  }

  paragraph(name: string | undefined): TextStyle {
    return this.#resolve('paragraph', name, new Set());
  }

  text(name: string | undefined): TextStyle {
    return this.#resolve('text', name, new Set());
  }

  /** Whether a section is hidden. */
  isHiddenSection(name: string | undefined): boolean {
    const style = this.#elements.get(`section ${name ?? ''}`);
    return childOf(style, 'style:section-properties')?.attributes['text:display'] === 'none';
  }

  #resolve(family: string, name: string | undefined, seen: Set<string>): TextStyle {
    const key = `${family} ${name ?? ''}`;
    const known = this.#resolved.get(key);
    if (known) return known;
    const style = this.#elements.get(key);
    if (name === undefined || seen.has(key)) return {};
    seen.add(key);
    const parent = style?.attributes['style:parent-style-name'];
    const base = parent === undefined ? {} : this.#resolve(family, parent, seen);
    const words = wordsOf(name);
    const role = roleOfStyle(words);
    const resolved = {
      ...base,
      ...(style && readProperties(style)),
      ...headingOf(style, words),
      ...(role && { role }),
      ...(isCodeStyle(words) && { isCode: true }),
    };
    this.#resolved.set(key, resolved);
    return resolved;
  }
}

/** Paragraphs with the style of a heading are one, whatever the program calls them. */
function headingOf(style: XmlElement | undefined, words: string): TextStyle {
  const level =
    style?.attributes['style:default-outline-level'] ?? /^heading (\d)$/.exec(words)?.[1] ?? '';
  return Number(level) > 0 ? { headingLevel: Number(level) } : {};
}

/** `Text_20_body` is "text body". */
function wordsOf(name: string): string {
  return name
    .replaceAll(/_([\da-f]{2,4})_/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('_', ' ')
    .toLowerCase();
}

const STYLE_GROUPS = new Set(['office:styles', 'office:automatic-styles']);

function readProperties(style: XmlElement): TextStyle {
  const text = childOf(style, 'style:text-properties')?.attributes ?? {};
  const paragraph = childOf(style, 'style:paragraph-properties')?.attributes ?? {};
  const is = (name: string, pattern: RegExp): boolean | undefined => {
    const value = text[name];
    return value === undefined ? undefined : pattern.test(value);
  };
  const mode = paragraph['style:writing-mode'];
  const border = paragraph['fo:border'];
  const properties = {
    isBold: is('fo:font-weight', /^(?:bold|[6-9]00)$/),
    isItalic: is('fo:font-style', /^(?:italic|oblique)$/),
    isStruck: is('style:text-line-through-style', /^(?!none)/),
    isUnderlined: is('style:text-underline-style', /^(?!none)/),
    isInCapitals: is('fo:text-transform', /^uppercase$/),
    isHidden: is('text:display', /^none$/),
    position: positionOf(text['style:text-position']),
    language: languageOf(text['fo:language'], text['fo:country']),
    eastAsian: languageOf(text['style:language-asian'], text['style:country-asian']),
    bidi: languageOf(text['style:language-complex'], text['style:country-complex']),
    font: text['style:font-name'] ?? text['fo:font-family'],
    hasLine: hasLine(['top', 'bottom'].map((side) => paragraph[`fo:border-${side}`] ?? border)),
    isRightToLeft: mode === undefined || mode === 'page' ? undefined : mode.startsWith('rl'),
  };
  const entries = Object.entries(properties).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries); // The same keys, or fewer.
}

/** `super 58%`, `sub`, `33% 58%`, `0% 100%` */
function positionOf(value: string | undefined): TextStyle['position'] | undefined {
  const [shift = ''] = (value ?? '').split(' ');
  if (shift === '') return undefined;
  if (shift === 'super' || Number.parseFloat(shift) > 0) return 'sup';
  return shift === 'sub' || Number.parseFloat(shift) < 0 ? 'sub' : 'baseline';
}

function languageOf(language: string | undefined, country = 'none'): string | undefined {
  if (language === undefined || language === 'none' || language === 'zxx') return undefined;
  return country === 'none' || country === '' ? language : `${language}-${country}`;
}
