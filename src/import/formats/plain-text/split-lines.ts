/** A line of a text that is not blank. */
export interface Line {
  /** Without the spaces and tabs around it, which neither Markdown nor HTML shows. */
  readonly text: string;
  /** Counted from 1, in the text as it was provided. */
  readonly number: number;
  /** Whether it started with a space or a tab. */
  readonly indented: boolean;
  /** Whether blank lines are between it and the line above. */
  readonly afterBlank: boolean;
}

/**
 * Splits a text into lines, without the blank ones. CRLF, CR, LF, form feeds, and the line breaks of
 * word processors (U+000B, U+2028, U+2029) end a line. A form feed at the start of a line is a page
 * break, and ends nothing.
 */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  for (const { raw, number } of splitAtLineEnds(text)) {
    if (/^\p{White_Space}*$/u.test(raw)) {
      blanks++;
      continue;
    }
    lines.push({
      text: trimSpaces(raw),
      number,
      indented: /^[\t ]/.test(raw),
      afterBlank: lines.length > 0 && blanks > 0,
    });
    blanks = 0;
  }
  return lines;
}

function splitAtLineEnds(text: string): { raw: string; number: number }[] {
  return text.split(/\r\n|[\n\v\r\u2028\u2029]/).flatMap((line, index) =>
    line
      .replace(/^\f+/, '')
      .split(/\f+/)
      .map((raw) => ({ raw, number: index + 1 })),
  );
}

/** Without the lookbehind, long runs of spaces within a line would take quadratic time. */
function trimSpaces(line: string): string {
  return line.replaceAll(/^[\t ]+|(?<![\t ])[\t ]+$/g, '');
}
