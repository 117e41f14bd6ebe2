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
 * Looks for lines that would open too many quotations and lists at once, before the parser does.
 * @throws NestingError
 */
export function checkMarkers(markdown: string): void {
  for (const [index, line] of markdown.split(/\r\n|\n|\r/).entries()) {
    const markers = LEADING_MARKERS.exec(line)?.[0] ?? '';
    // `- - - -` opens no lists: it is a line across the page.
    if (THEMATIC_BREAK.test(line)) continue;
    if ((markers.match(MARKER)?.length ?? 0) > LIMITS.nesting) throw new NestingError(index + 1);
  }
}

const LEADING_MARKERS = /^(?:[\t ]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[\t ])))+/;
const MARKER = /[>.)\-+*]/g;
const THEMATIC_BREAK = /^[\t ]*([-*])[\t ]*(?:\1[\t ]*)+$/;

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
