/** A line of a text that holds more than white space. */
export interface Line {
  /** Without the spaces and tabs around it, which neither Markdown nor HTML shows. */
  readonly text: string;
  /** Counted from 1, in the text as it was provided. */
  readonly number: number;
  /** Whether spaces or tabs stood before it. */
  readonly indented: boolean;
  /** Whether nothing but white space stands between it and the line with words before it. */
  readonly afterBlank: boolean;
}

/**
 * Takes a text apart into lines. A line ends with CRLF, CR, LF or a form feed; a form feed at the
 * beginning of a line is a page break and ends nothing. Lines of nothing but white space are
 * blank: they part what stands around them, and are not lines themselves.
 */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  for (const { raw, number } of rawLines(text)) {
    if (/^\p{White_Space}*$/u.test(raw)) {
      blanks++;
      continue;
    }
    lines.push({
      text: trimBlanks(raw),
      number,
      indented: /^[\t ]/.test(raw),
      afterBlank: lines.length > 0 && blanks > 0,
    });
    blanks = 0;
  }
  return lines;
}

function rawLines(text: string): { raw: string; number: number }[] {
  return text.split(/\r\n|[\n\r]/).flatMap((line, index) =>
    line
      .replace(/^\f+/, '')
      .split(/\f+/)
      .map((raw) => ({ raw, number: index + 1 })),
  );
}

/** The look-behind keeps long runs of spaces within a line from being searched again and again. */
function trimBlanks(line: string): string {
  return line.replaceAll(/^[\t ]+|(?<![\t ])[\t ]+$/g, '');
}
