import type { Problem } from '../../article/problem.ts';

/**
 * Finds merge conflicts that Git has left in a text. Its markers are lines of seven characters, alone
 * or with a name after a space. `<<<<<<<` is always one; `>>>>>>>` ends a conflict only after
 * `<<<<<<<` or `=======`, for alone each has a meaning in Markdown: a quotation, a heading.
 *
 * A conflict within a code block looks like an example of one, so code is no exception: an article
 * about Git indents the markers of its example.
 */
export function mergeConflicts(text: string): Omit<Problem, 'file'>[] {
  const conflicts: Conflict[] = [];
  let open: Conflict | undefined;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const here = { line: index + 1, text: line };
    switch (MARKER.exec(line)?.[0]) {
      case '<<<<<<<':
        open = { begin: here };
        conflicts.push(open);
        break;
      case '=======':
        // What is left of a conflict whose beginning was deleted, if an end follows.
        open ??= { begin: here };
        break;
      case '>>>>>>>':
        if (!open) break;
        open.end = here;
        if (!conflicts.includes(open)) conflicts.push(open);
        open = undefined;
    }
  }
  return conflicts.map(({ begin, end }) => ({
    line: begin.line,
    wrong: `Git has left a merge conflict here: ${nameOf(begin)}${end ? ` … ${nameOf(end)} on line ${end.line}` : ''}`,
    right: RESOLVE,
  }));
}

interface MarkerLine {
  readonly line: number;
  readonly text: string;
}

interface Conflict {
  readonly begin: MarkerLine;
  end?: MarkerLine;
}

const MARKER = /^(?:<{7}|={7}|>{7})(?= |$)/;

function nameOf({ text }: MarkerLine): string {
  return text.slice(0, LONGEST);
}

/** A marker with the name of a branch. */
const LONGEST = 80;

const RESOLVE =
  'Keep one version, and delete the lines <<<<<<<, |||||||, ======= and >>>>>>>. To show a marker to readers, indent it by a space.';
