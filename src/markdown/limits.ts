/**
 * How much a body may hold. No article comes near; what goes beyond is an attack on the build, or an
 * accident. Parsing takes time that grows with the square of each of these, so each limit is set
 * where the worst body that it lets through takes a second or two.
 */
export const LIMITS = {
  /** In UTF-16 code units. The longest novels have 5 million. */
  characters: 6_000_000,
  /** Such a novel, wrapped at 80 characters, with lines between its paragraphs, has 80,000. */
  lines: 100_000,
  /** Lines that begin as items, headings or definitions do. */
  blocks: 4000,
  /** Notes, and calls of notes. The best annotated books have fewer to a chapter. */
  notes: 1000,
  /** Cells of one table: its longest row, times its rows. A table on paper has some hundreds. */
  cells: 10_000,
  /** Comments that span paragraphs: after each of them, the text is parsed again. */
  comments: 50,
  /** Elements one within another. Browsers give up at 512. */
  nesting: 100,
  /** Brackets one within another: `![` in the words of another picture takes the cube of it. */
  brackets: 50,
  /** Characters of a paragraph that could be markup: * _ ~ [ ], where no backslash is before them. */
  markup: 5000,
  /** Characters of a paragraph times its openings of code and tags, each of which may have no end. */
  stretch: 25_000_000,
  /** For what all of these let through: rendering is ended after as many milliseconds, … */
  milliseconds: 1500,
  /** … and as many more for each character: 4 seconds for a million, ten times what words take. */
  millisecondsACharacter: 0.0025,
} as const;

/** After how many milliseconds the rendering of a body of that many characters is ended. */
export function timeLimit(characters: number): number {
  return Math.ceil(LIMITS.milliseconds + characters * LIMITS.millisecondsACharacter);
}

/** Thrown when a body goes beyond one of the `LIMITS`. */
export class LimitError extends RangeError {
  override readonly name: string = 'LimitError';
  /** Where it does, counted from 1 in the body. */
  readonly line: number;
  /** What would be right. */
  readonly right: string;

  /** @param wrong a sentence that names the limit */
  constructor(line: number, wrong: string, right: string) {
    super(wrong);
    this.line = line;
    this.right = right;
  }
}
