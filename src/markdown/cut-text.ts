/** A part of a text, by offsets in UTF-16 code units. The character at `end` is not part of it. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What is left of a text after parts of it were cut out. */
export interface CutText {
  readonly text: string;
  /** Where a character of `text` stands in the whole text. */
  readonly offsetOf: (offset: number) => number;
}

/**
 * Cuts parts out of a text.
 * @param ranges in the order of the text; none overlap
 */
export function cutText(whole: string, ranges: readonly TextRange[]): CutText {
  const kept = [...ranges, { start: whole.length, end: whole.length }].map(({ start }, index) =>
    whole.slice(ranges[index - 1]?.end ?? 0, start),
  );
  return {
    text: kept.join(''),
    offsetOf: (offset) => {
      let before = 0;
      for (const { start, end } of ranges) {
        if (start > offset + before) break;
        before += end - start;
      }
      return offset + before;
    },
  };
}
