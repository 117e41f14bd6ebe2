/** How much a body may hold, and how long it may take to render. */
export const LIMITS = {
  /** UTF-16 code units. Memory grows with it: up to 1.6 GB for the worst body of this size. */
  characters: 1_200_000,
  /** Seconds of processor time. A novel of a million characters takes half a second. */
  seconds: 2.5,
  /** Levels of elements. Browsers stop nesting at 512. */
  nesting: 100,
  /**
   * Rows of a table, times the cells of its longest row. Shorter rows are padded, so 18 kB of
   * Markdown could become 10 million cells and take 3 GB of memory.
   */
  cells: 50_000,
} as const;

/** Thrown for a body that exceeds a limit. The message names the limit. */
export class LimitError extends Error {
  override readonly name = 'LimitError';
  /** Counted from 1, in the body. */
  readonly line: number;
  /** What the author can do, as a sentence. */
  readonly right: string;

  constructor(line: number, wrong: string, right: string) {
    super(wrong);
    this.line = line;
    this.right = right;
  }
}
