import { LimitError, LIMITS } from './limits.ts';

/**
 * Looks at a body, line by line and in no time, for what would take the parser very long. It does
 * not parse: where Markdown is not sure to begin a new paragraph it takes the lines together, and
 * what it underestimates all the same is ended by `withinTime`.
 * @throws LimitError
 */
export function checkLimits(markdown: string): void {
  if (markdown.length > LIMITS.characters) {
    throw limitError(1, 'characters', markdown.length, 'Make several articles of it.');
  }
  const count = { lines: 0, blocks: 0, notes: 0 };
  let paragraph = newParagraph(1);
  for (const [index, line] of markdown.split(/\r\n|\n|\r/).entries()) {
    const number = index + 1;
    count.lines++;
    if (BLANK.test(line)) paragraph = newParagraph(number + 1);
    else if (BLOCK.test(line)) paragraph = newParagraph(number);
    if (!BLANK.test(line) && BLOCK.test(line)) count.blocks++;
    count.notes += occurrences(line, NOTE);
    for (const [what, found] of entries(count)) {
      if (found > LIMITS[what]) throw limitError(number, what, found, ADVICE[what]);
    }
    if (BLANK.test(line)) continue;
    measure(paragraph, line);
    judge(paragraph);
  }
}

/** The paragraph with the most in it that could be markup, for want of a better suspect. */
export function mostEntangled(markdown: string): number {
  let paragraph = newParagraph(1);
  let worst = paragraph;
  for (const [index, line] of markdown.split(/\r\n|\n|\r/).entries()) {
    if (BLANK.test(line)) paragraph = newParagraph(index + 2);
    measure(paragraph, line);
    if (entanglement(paragraph) > entanglement(worst)) worst = paragraph;
  }
  return worst.line;
}

const BLANK = /^[\t >]*$/;
/** What begins as an item, a heading or a definition does. */
const BLOCK = /^[\t >]*(?:[-+*][\t ]|\d{1,9}[.)][\t ]|#{1,6}[\t ]|\[[^\]]{1,999}\]:)/;
const NOTE = /\[\^/g;
/** What is not escaped, so that the parser looks for its other half among all the others. */
const MARKUP = /(?<!\\)[*[\]_~]/g;
/** What makes the parser look for its end among all that follows. */
const OPENING = /(?<![\\`])`|<(?=[!/?a-z])/gi;

interface Paragraph {
  readonly line: number;
  characters: number;
  markup: number;
  openings: number;
  rows: number;
  columns: number;
  brackets: number;
}

function newParagraph(line: number): Paragraph {
  return { line, characters: 0, markup: 0, openings: 0, rows: 0, columns: 0, brackets: 0 };
}

function measure(paragraph: Paragraph, line: string): void {
  paragraph.characters += line.length + 1;
  paragraph.markup += occurrences(line, MARKUP);
  paragraph.openings += occurrences(line, OPENING);
  paragraph.rows++;
  paragraph.columns = Math.max(paragraph.columns, occurrences(line, /\|/g) + 1);
  paragraph.brackets = Math.max(paragraph.brackets, deepestPicture(line));
}

function judge(paragraph: Paragraph): void {
  const { line, rows, columns, brackets } = paragraph;
  if (columns > 1 && columns * rows > LIMITS.cells) {
    throw limitError(line, 'cells', columns * rows, 'Take the table apart.');
  }
  if (brackets > LIMITS.brackets) {
    throw limitError(line, 'brackets', brackets, 'Look for long runs of [ and take them apart.');
  }
  if (paragraph.markup > LIMITS.markup) {
    throw new LimitError(
      line,
      `The paragraph has ${number(paragraph.markup)} characters that could be markup; ${number(LIMITS.markup)} are the most.`,
      'Divide it by blank lines, and look for long runs of * _ [ ] or ~.',
    );
  }
  if (stretch(paragraph) > LIMITS.stretch) {
    throw new LimitError(
      line,
      `The paragraph opens code or tags ${number(paragraph.openings)} times in ${number(paragraph.characters)} characters; the product of both may be ${number(LIMITS.stretch)}.`,
      'Divide it by blank lines, and look for ` and < that are never closed.',
    );
  }
}

/** How far the parser may have to look through a paragraph for the ends of code and tags. */
function stretch({ characters, openings }: Paragraph): number {
  return characters * openings;
}

function entanglement(paragraph: Paragraph): number {
  return paragraph.markup ** 2 + stretch(paragraph);
}

/** How many pictures stand in the words of one another: `![![a](b)](c)` has two. */
function deepestPicture(line: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of line.matchAll(/!\[|\]/g)) {
    depth = bracket === ']' ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function occurrences(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function entries<Key extends string>(count: Record<Key, number>): [Key, number][] {
  // Object.entries forgets which keys an object has.
  return Object.entries(count) as [Key, number][];
}

const ADVICE = {
  lines: 'Make several articles of it.',
  blocks: 'Make several articles of it.',
  notes: 'Make several articles of it, or take the notes into the text.',
};

const NAMES = {
  characters: 'characters',
  lines: 'lines',
  blocks: 'items, headings and definitions',
  notes: 'notes and calls of notes',
  cells: 'cells',
  brackets: 'pictures one within another',
};

function limitError(
  line: number,
  what: keyof typeof NAMES,
  found: number,
  right: string,
): LimitError {
  const wrong = `The body has ${number(found)} ${NAMES[what]} up to here; ${number(LIMITS[what])} are the most.`;
  return new LimitError(line, wrong, right);
}

function number(value: number): string {
  return value.toLocaleString('en');
}
