/** A part of a text, by offsets in UTF-16 code units. `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A text without some of its parts. */
export interface CutText {
  readonly text: string;
  /** Converts an offset in `text` to one in the whole text. */
  readonly offsetOf: (offset: number) => number;
}

/**
 * Cuts parts out of a text.
 * @param ranges in the order of the text, without overlaps
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
