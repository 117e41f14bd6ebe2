/**
 * The places in one paragraph at which a backslash keeps a line from beginning a block: a heading,
 * a list, a quotation, a fence, a rule, or the underline of a heading above it (CommonMark 0.31,
 * chapters 4 and 5); or from being taken for a merge conflict (see `findMergeConflicts`).
 *
 *     1. Both sides signed.  →  1\. Both sides signed.
 *     # 7 is the number.     →  \# 7 is the number.
 *
 * The lines of the paragraph neither begin nor end with spaces or tabs.
 * @returns offsets into `paragraph`, ascending
 */
export function lineStarts(paragraph: string): number[] {
  const offsets: number[] = [];
  let start = 0;
  for (const line of paragraph.split('\n')) {
    const patterns = start === 0 ? FIRST_LINE : LATER_LINE;
    const match = patterns.exec(line)?.[0];
    // The last character of a match is the one that makes the block.
    if (match !== undefined) offsets.push(start + match.length - 1);
    start += line.length + 1;
  }
  return offsets;
}

/** What begins a block wherever it stands: quotation, heading, fence, thematic break; a conflict. */
const ANYWHERE = [
  />/,
  /#(?=#{0,5}(?:[\t ]|$))/,
  /`(?=`{2,}[^`]*$)/,
  /~(?=~~)/,
  /\*(?=[\t ]*\*[\t ]*\*[*\t ]*$)/,
  /_(?=[\t ]*_[\t ]*_[\t _]*$)/,
  /-(?=[\t ]*-[\t ]*-[\t -]*$)/,
  /<(?=<{6}(?: |$))/,
];

/** List markers. */
const FIRST_LINE = startingWith([...ANYWHERE, /[*+-](?=[\t ]|$)/, /\d{1,9}[).](?=[\t ]|$)/]);

/** A list that interrupts a paragraph has content, and begins with 1. The underlines of headings. */
const LATER_LINE = startingWith([
  ...ANYWHERE,
  /[*+-](?=[\t ])/,
  /1[).](?=[\t ])/,
  /=(?==*$)/,
  /-(?=-*$)/,
]);

function startingWith(patterns: readonly RegExp[]): RegExp {
  return new RegExp(`^(?:${patterns.map(({ source }) => source).join('|')})`);
}
