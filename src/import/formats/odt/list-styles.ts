import { elementsOf, type XmlElement } from '../../containers/read-xml.ts';
import { bulletLabel, noLabel, numberLabel, type ListLabel } from '../office/list-label.ts';
import { formatNumber } from '../office/number-format.ts';

interface Level {
  readonly isBullet: boolean;
  /** Whether the bullet cannot be seen, as in later paragraphs of an item. */
  readonly isBlank: boolean;
  /** As in WordprocessingML. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels the label shows. */
  readonly shownLevels: number;
  /** `%1%.%2%)`, which newer versions of LibreOffice write. */
  readonly pattern: string | undefined;
}

/** The numbers of a list, one for each level. */
export type Counters = (number | undefined)[];

/** How lists and headings are numbered. */
export class ListStyles {
  readonly #styles = new Map<string, ReadonlyMap<number, Level>>();

  /** @param roots of styles.xml and content.xml */
  constructor(roots: readonly XmlElement[]) {
    const styles = roots.flatMap(elementsOf).flatMap(elementsOf);
    for (const style of styles) {
      if (style.name === 'text:list-style') {
        this.#styles.set(style.attributes['style:name'] ?? '', readLevels(style));
      }
      if (style.name === 'text:outline-style') this.#styles.set(OUTLINE, readLevels(style));
    }
  }

  /**
   * Counts a paragraph, and returns its label.
   * @param style the name of a list style; `undefined` for the numbers of headings
   * @param start the number to start with, if the paragraph says so
   */
  next(
    style: string | undefined,
    level: number,
    counters: Counters,
    start?: number,
  ): ListLabel | undefined {
    const levels = this.#styles.get(style ?? OUTLINE);
    const own = levels?.get(level);
    const value = start ?? (counters[level] ?? (own?.start ?? 1) - 1) + 1;
    counters[level] = value;
    counters.length = level + 1;
    if (!own) return style === undefined ? undefined : bulletLabel(level);
    if (own.isBullet) return own.isBlank ? noLabel(level) : bulletLabel(level);
    if (own.format === 'none' && own.pattern === undefined) return undefined;
    return numberLabel(level, value, labelOf(levels, own, level, counters), ' ');
  }
}

const OUTLINE = ' outline';

function labelOf(
  levels: ReadonlyMap<number, Level> | undefined,
  own: Level,
  level: number,
  counters: Counters,
): string {
  const numberAt = (index: number): string => {
    const { format = 'decimal', start = 1 } = levels?.get(index) ?? {};
    return formatNumber(counters[index] ?? start, format);
  };
  if (own.pattern !== undefined) {
    return own.pattern.replaceAll(/%(\d+)%/g, (_, number: string) => numberAt(Number(number) - 1));
  }
  const first = Math.max(0, level - own.shownLevels + 1);
  const numbers = Array.from({ length: level - first + 1 }, (_, index) => numberAt(first + index));
  return `${own.prefix}${numbers.filter((number) => number !== '').join('.')}${own.suffix}`;
}

function readLevels(style: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const { name, attributes } of elementsOf(style)) {
    const level = Number(attributes['text:level']) - 1;
    if (!(level >= 0)) continue;
    levels.set(level, {
      isBullet: /-bullet$|-image$/.test(name),
      isBlank: attributes['text:bullet-char']?.trim() === '',
      format: FORMATS[attributes['style:num-format'] ?? ''] ?? 'decimal',
      prefix: attributes['style:num-prefix'] ?? '',
      suffix: attributes['style:num-suffix'] ?? '',
      start: Number(attributes['text:start-value'] ?? 1),
      shownLevels: Number(attributes['text:display-levels'] ?? 1),
      pattern: attributes['style:num-list-format'] ?? attributes['loext:num-list-format'],
    });
  }
  return levels;
}

const FORMATS: Readonly<Record<string, string>> = {
  '': 'none',
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '１, ２, ３, ...': 'decimalFullWidth',
  '一, 二, 三, ...': 'chineseCounting',
  '①, ②, ③, ...': 'decimalEnclosedCircle',
};
