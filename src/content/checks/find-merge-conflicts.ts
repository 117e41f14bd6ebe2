import { LINE_BREAK } from '../../article/line-at.ts';
import type { Fault } from '../../article/problem.ts';

/**
 * Finds unresolved Git merge conflicts. Markers are lines of seven characters, alone or followed by
 * a space and a name. `<<<<<<<` is always a conflict. `>>>>>>>` only ends one after `<<<<<<<` or
 * `=======`, because alone they can be a block quote or a heading in Markdown.
 *
 * Also finds conflicts in code blocks, where they look like examples. Authors can indent examples.
 */
export function findMergeConflicts(text: string): Fault[] {
  const conflicts: Conflict[] = [];
  let open: Conflict | undefined;
  for (const [index, line] of text.split(LINE_BREAK).entries()) {
    const marker = { line: index + 1, text: line };
    switch (MARKER.exec(line)?.[0]) {
      case '<<<<<<<':
        open = { begin: marker };
        conflicts.push(open);
        break;
      case '=======':
        // Without `<<<<<<<` before it, this is a conflict only if `>>>>>>>` follows.
        open ??= { begin: marker };
        break;
      case '>>>>>>>':
        if (!open) break;
        open.end = marker;
        if (!conflicts.includes(open)) conflicts.push(open);
        open = undefined;
    }
  }
  return conflicts.map(({ begin, end }) => ({
    line: begin.line,
    wrong: `The file has an unresolved merge conflict: ${excerpt(begin)}${end ? ` … ${excerpt(end)} on line ${end.line}` : ''}`,
    right: RESOLVE,
  }));
}

interface Marker {
  readonly line: number;
  readonly text: string;
}

interface Conflict {
  readonly begin: Marker;
  end?: Marker;
}

const MARKER = /^(?:<{7}|={7}|>{7})(?= |$)/;

function excerpt({ text }: Marker): string {
  return text.slice(0, MAX_LENGTH);
}

/** Enough for a marker and the name of a branch. */
const MAX_LENGTH = 80;

const RESOLVE =
  'Keep one version, and delete the lines <<<<<<<, |||||||, ======= and >>>>>>>. To show a marker to readers, indent it by a space.';
