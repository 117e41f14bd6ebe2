import type { Nodes, Root } from 'mdast';
import { LimitError, LIMITS } from './limits.ts';

/**
 * Refuses a body with too many elements inside one another. Does not recurse, unlike the steps
 * after it.
 * @throws LimitError
 */
export function limitNesting() {
  return (tree: Root): void => {
    const waiting: { node: Nodes; depth: number; line: number }[] = [
      { node: tree, depth: 0, line: 1 },
    ];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { node, depth } = next;
      // Elements made from tags have no position of their own.
      const line = node.position?.start.line ?? next.line;
      if (depth > LIMITS.nesting) throw nestingError(line);
      if (!('children' in node)) continue;
      for (const child of node.children) waiting.push({ node: child, depth: depth + 1, line });
    }
  };
}

/** The error for a body that is nested too deeply at that line. */
export function nestingError(line: number): LimitError {
  return new LimitError(
    line,
    `The body is nested too deeply to be rendered: ${LIMITS.nesting} levels are the most.`,
    'Look for long runs of > or of list markers, and take them apart.',
  );
}
