import type { Root, RootContent } from 'mdast';
import { LimitError, LIMITS } from './limits.ts';

/** Thrown when a text is nested more deeply than `LIMITS.nesting`. */
export class NestingError extends LimitError {
  override readonly name = 'NestingError';

  constructor(line: number) {
    super(
      line,
      `The body is nested too deeply to be rendered: ${LIMITS.nesting} levels are the most.`,
      'Look for long runs of > or of list markers, and take them apart.',
    );
  }
}

/**
 * Looks for quotations and lists that would stand too deep, before the parser does: opened at once by
 * the markers of a line, or one by one, by items of which each is indented a little more:
 *
 *     - a
 *       - b
 *         - c
 *
 * @throws NestingError
 */
export function checkMarkers(markdown: string): void {
  // Where the words of the items begin that are open, by their columns.
  let open: readonly number[] = [];
  for (const [index, line] of markdown.split(/\r\n|\n|\r/).entries()) {
    // `- - - -` opens no lists: it is a line across the page.
    if (THEMATIC_BREAK.test(line)) continue;
    const markers = LEADING_MARKERS.exec(line)?.[0] ?? '';
    open = withItemOf(line, open);
    const levels = Math.max(markers.match(MARKER)?.length ?? 0, open.length);
    if (levels > LIMITS.nesting) throw new NestingError(index + 1);
  }
}

const LEADING_MARKERS = /^(?:[\t ]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[\t ])))+/;
const MARKER = /[>.)\-+*]/g;
const THEMATIC_BREAK = /^[\t ]*([-*])[\t ]*(?:\1[\t ]*)+$/;

/** The items that are open after a line, of those that were before it. */
function withItemOf(line: string, open: readonly number[]): readonly number[] {
  const text = line.replace(QUOTATIONS, '').replaceAll('\t', ' '.repeat(INDENTED_CODE));
  const column = text.search(/\S/);
  if (column === -1) return open;
  const around = open.filter((words) => words <= column);
  const item = ITEM.exec(text)?.[0];
  const isCode = column - (around.at(-1) ?? 0) >= INDENTED_CODE;
  return item === undefined || isCode ? around : [...around, item.length];
}

const QUOTATIONS = /^(?:[\t ]*>)+ ?/;
const ITEM = /^ *(?:[-+*]|\d{1,9}[.)]) +/;
/** What stands so many columns to the right of the words around it is no item. */
const INDENTED_CODE = 4;

/**
 * Ends the rendering of a text in which too many elements stand one within another.
 * @throws NestingError
 */
export function limitNesting() {
  return (tree: Root): void => {
    const waiting: { node: Root | RootContent; depth: number; line: number }[] = [
      { node: tree, depth: 0, line: 1 },
    ];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { node, depth } = next;
      const line = node.position?.start.line ?? next.line;
      if (depth > LIMITS.nesting) throw new NestingError(line);
      if (!('children' in node)) continue;
      for (const child of node.children) waiting.push({ node: child, depth: depth + 1, line });
    }
  };
}
