import type { Heading } from '../markdown/headings.ts';

/** An article with fewer headings needs no table of contents. */
const MINIMUM = 3;
const DEEPEST_LEVEL = 3;

/** Returns the headings in the table of contents. */
export function shownHeadings(headings: readonly Heading[]): readonly Heading[] {
  return headings.filter(({ depth, text }) => depth <= DEEPEST_LEVEL && text.trim() !== '');
}

/** Whether an article has a table of contents. */
export function hasContents(headings: readonly Heading[]): boolean {
  return shownHeadings(headings).length >= MINIMUM;
}
