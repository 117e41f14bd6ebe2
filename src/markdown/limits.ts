/** How much a body may hold, and how long it may take to render. */
export const LIMITS = {
  /** UTF-16 code units. Memory grows with it: up to 1.5 GB for the worst body of this size. */
  characters: 1_200_000,
  /** Seconds of processor time. A novel of a million characters takes a quarter of a second. */
  seconds: 2.5,
  /** Elements inside one another. Browsers stop nesting at 512. */
  nesting: 100,
  /**
   * Cells of one table: the cells of its longest row, times its rows. HTML fills up all other rows,
   * so that 18 kB of Markdown would make 10 million cells and take 3 GB.
   */
  cells: 50_000,
} as const;

/** Thrown for a body that exceeds a limit. The message is a sentence that names the limit. */
export class LimitError extends Error {
  override readonly name = 'LimitError';
  /** Counted from 1, in the body. */
  readonly line: number;
  /** What the writer can do about it. */
  readonly right: string;

  constructor(line: number, wrong: string, right: string) {
    super(wrong);
    this.line = line;
    this.right = right;
  }
}
