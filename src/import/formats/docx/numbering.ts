import { childOf, elementsOf, type XmlElement } from '../../containers/read-xml.ts';
import { bulletLabel, noLabel, numberLabel, type ListLabel } from '../office/list-label.ts';
import { formatNumber, isKnownNumberFormat } from '../office/number-format.ts';
import { isOn, valueOf } from './properties.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly isDecimal: boolean;
  /** Whether numbers start again after a paragraph of a higher level. */
  readonly restarts: boolean;
  readonly suffix: string;
}

interface NumberedList {
  readonly levels: ReadonlyMap<number, Level>;
  /** Lists with the same one go on counting. */
  readonly abstractId: string;
  /** Numbers to start with, when the list is used for the first time. */
  readonly overrides: ReadonlyMap<number, number>;
}

const MAX_LEVEL = 8;

/** Counts the paragraphs of lists, as Word does. */
export class Numbering {
  readonly #lists = new Map<string, NumberedList>();
  /** For each abstract list, the number of each level. */
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  readonly #note: (sentence: string) => void;

  /**
   * @param listOfStyle returns the list that a list style stands for
   * @param note adds a sentence for the user
   */
  constructor(
    root: XmlElement | undefined,
    listOfStyle: (id: string) => string | undefined,
    note: (sentence: string) => void,
  ) {
    this.#note = note;
    const children = root ? elementsOf(root) : [];
    const named = (name: string): XmlElement[] => children.filter((child) => child.name === name);
    const abstracts = new Map(
      named('w:abstractNum').map((list) => [list.attributes['w:abstractNumId'] ?? '', list]),
    );
    const abstractIds = new Map(
      named('w:num').map((list) => [
        list.attributes['w:numId'] ?? '',
        valueOf(list, 'w:abstractNumId') ?? '',
      ]),
    );
    for (const list of named('w:num')) {
      let abstractId = valueOf(list, 'w:abstractNumId') ?? '';
      const style = valueOf(abstracts.get(abstractId), 'w:numStyleLink');
      const linked = style === undefined ? undefined : listOfStyle(style);
      if (linked !== undefined) abstractId = abstractIds.get(linked) ?? abstractId;
      this.#lists.set(
        list.attributes['w:numId'] ?? '',
        readList(list, abstractId, abstracts.get(abstractId)),
      );
    }
  }

  /** The label of the next paragraph of a list. `undefined` if it shows none. */
  next(listId: string, wanted: number): ListLabel | undefined {
    const list = this.#lists.get(listId);
    const level = Math.max(0, Math.min(wanted, MAX_LEVEL));
    const settings = list?.levels.get(level);
    if (!list || !settings) return undefined;
    const counters = this.#counters.get(list.abstractId) ?? [];
    this.#counters.set(list.abstractId, counters);
    const key = `${listId} ${level}`;
    const override = this.#started.has(key) ? undefined : list.overrides.get(level);
    this.#started.add(key);
    const value = override ?? (counters[level] ?? settings.start - 1) + 1;
    counters[level] = value;
    for (let deeper = level + 1; deeper <= MAX_LEVEL; deeper++) {
      if (list.levels.get(deeper)?.restarts !== false) counters[deeper] = undefined;
    }
    if (settings.format === 'bullet') {
      // Pandoc writes later paragraphs of an item with a space as their bullet.
      return settings.text === ' ' ? noLabel(level) : bulletLabel(level);
    }
    if (!isKnownNumberFormat(settings.format)) {
      this.#note('Numbers of a list are written with other signs.');
    }
    return numberLabel(level, value, labelText(list, settings, counters), settings.suffix);
  }
}

function labelText(list: NumberedList, own: Level, counters: readonly (number | undefined)[]) {
  return own.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const level = list.levels.get(index);
    const value = counters[index] ?? level?.start ?? 1;
    return formatNumber(value, own.isDecimal ? 'decimal' : (level?.format ?? 'decimal'));
  });
}

function readList(list: XmlElement, abstractId: string, abstract: XmlElement | undefined) {
  const levels = new Map<number, Level>();
  const overrides = new Map<number, number>();
  const add = (level: XmlElement): void => {
    levels.set(Number(level.attributes['w:ilvl']), readLevel(level));
  };
  if (abstract) for (const child of elementsOf(abstract)) if (child.name === 'w:lvl') add(child);
  for (const child of elementsOf(list)) {
    if (child.name !== 'w:lvlOverride') continue;
    const own = childOf(child, 'w:lvl');
    if (own) add(own);
    const start = valueOf(child, 'w:startOverride');
    if (start !== undefined) overrides.set(Number(child.attributes['w:ilvl']), Number(start));
  }
  return { levels, abstractId, overrides };
}

function readLevel(level: XmlElement): Level {
  const suffix = valueOf(level, 'w:suff') ?? 'tab';
  return {
    start: Number(valueOf(level, 'w:start') ?? 0),
    format: valueOf(level, 'w:numFmt') ?? 'decimal',
    text: valueOf(level, 'w:lvlText') ?? '',
    isDecimal: isOn(level, 'w:isLgl') === true,
    restarts: valueOf(level, 'w:lvlRestart') !== '0',
    suffix: suffix === 'nothing' ? '' : ' ',
  };
}
