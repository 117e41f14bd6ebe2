import type { ListPlace } from './arrange-blocks.ts';

/** What a paragraph of a list shows before its text. */
export interface ListLabel extends ListPlace {
  /** With the space behind it. Empty for bullets and for numbers that lists of Markdown can have. */
  readonly text: string;
}

export function bulletLabel(level: number): ListLabel {
  return { level, kind: 'bullet', text: '' };
}

/** The place of a paragraph that belongs to the item above. */
export function noLabel(level: number): ListLabel {
  return { level: level + 1, kind: 'label', text: '' };
}

/**
 * @param label as it is shown: `3.`, `b)`, `§ 4.2`
 * @param space what comes between label and text
 * @returns `undefined` for an empty label
 */
export function numberLabel(
  level: number,
  value: number,
  label: string,
  space: string,
): ListLabel | undefined {
  if (label.trim() === '') return undefined;
  const isNumber = /^\d+[.)]?$/.test(label.trim()) && Number.parseInt(label, 10) === value;
  if (isNumber) return { level, kind: 'number', value, text: '' };
  return { level, kind: 'label', value, text: `${label}${space}` };
}

/** The label as text, for a heading, which no list can have in it. */
export function labelText({ kind, value, text }: ListLabel): string {
  return kind === 'number' ? `${value ?? ''}. ` : text;
}
