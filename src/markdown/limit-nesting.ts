import type { Nodes, Root } from 'mdast';
import { LimitError, LIMITS } from './limits.ts';

/**
 * Refuses deeply nested bodies. Later steps use recursion, so deep trees would overflow the stack.
 * @throws LimitError
 */
export function limitNesting() {
  return (tree: Root): void => {
    const waiting: { node: Nodes; depth: number; line: number }[] = [
      { node: tree, depth: 0, line: 1 },
    ];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { node, depth } = next;
      // Elements from tags have no position.
      const line = node.position?.start.line ?? next.line;
      if (depth > LIMITS.nesting) throw nestingError(line);
      if (!('children' in node)) continue;
      for (const child of node.children) waiting.push({ node: child, depth: depth + 1, line });
    }
  };
}

/** @param line where the body is nested too deeply, counted from 1 */
export function nestingError(line: number): LimitError {
  return new LimitError(
    line,
    `The body is nested too deeply to be rendered. At most ${LIMITS.nesting} levels are allowed.`,
    'Look for long runs of > or list markers, and break them up.',
  );
}
