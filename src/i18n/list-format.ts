import { memoize } from './memoize.ts';

interface ListFormat {
  readonly format: (items: readonly string[]) => string;
  readonly formatToParts: (
    items: readonly string[],
  ) => { readonly type: 'element' | 'literal'; readonly value: string }[];
}

/** Formats lists in a language: `One, Two, Three`. */
export const listFormat = memoize((language): ListFormat => {
  const format = new Intl.ListFormat([language, 'en'], { type: 'unit' });
  const separator = format.formatToParts(['', '']).find(({ type }) => type === 'literal')?.value;
  if (separator !== undefined && separator.trim() !== '') return format;
  // Units follow each other without a comma in Chinese, Russian and others, but names do not.
  const comma = IDEOGRAPHIC.has(new Intl.Locale(language).language) ? '、' : ', ';
  const formatToParts: ListFormat['formatToParts'] = (items) =>
    items.flatMap((value, index) => [
      ...(index === 0 ? [] : [{ type: 'literal' as const, value: comma }]),
      { type: 'element' as const, value },
    ]);
  return {
    formatToParts,
    format: (items) => items.join(comma),
  };
});

const IDEOGRAPHIC = new Set(['zh', 'yue', 'ja']);
