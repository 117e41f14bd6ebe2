/** Borders are how office programs draw a horizontal line: around an empty paragraph. */
export const BORDERS_NOTE = 'Borders of paragraphs were not carried over.';

/**
 * Whether a paragraph has a line above or below. `undefined` if nothing is said about it.
 * @param lines the styles of both lines: `none`, `1pt solid #000`
 */
export function hasLine(lines: readonly (string | undefined)[]): boolean | undefined {
  const stated = lines.filter((line) => line !== undefined);
  return stated.length === 0
    ? undefined
    : stated.some((line) => !/^(?:none|nil|hidden)/.test(line));
}
