import { linesIn } from './decode-chunks.ts';

/** Where an "&" is that should be "&amp;". */
export interface BareAmpersand {
  /** Counted from 1. */
  readonly line: number;
  /** The text around it. */
  readonly near: string;
}

/** Starts of parts in which "&" stands for itself, and an "&" that starts no reference. */
const MARK = /<!\[CDATA\[|<!--|<\?|&(?![^\s&;<]{1,40};)/g;
const ENDS: ReadonlyMap<string, string> = new Map([
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
]);
/** In characters. More than a reference has. */
const AHEAD = 50;
/** In characters, before and after the "&". */
const NEAR = 20;

/**
 * Finds the first "&" that XML does not allow. The parser takes it for the start of a reference, and
 * complains later, such as at the end of the file.
 * @param pieces of the file
 */
export function findAmpersand(pieces: Iterable<string>): BareAmpersand | undefined {
  let text = '';
  let at = 0;
  let line = 1;
  /** The end of the part that is being read. */
  let end: string | undefined;
  const read = (limit: number): BareAmpersand | undefined => {
    while (at < limit) {
      if (end !== undefined) {
        const found = text.indexOf(end, at);
        at = found === -1 ? limit : found + end.length;
        if (found === -1) return undefined;
        end = undefined;
      }
      MARK.lastIndex = at;
      const match = MARK.exec(text);
      if (!match || match.index >= limit) {
        at = Math.max(at, limit);
        return undefined;
      }
      if (match[0] === '&') {
        const near = text.slice(Math.max(0, match.index - NEAR), match.index + NEAR);
        return { line: line + linesIn(text.slice(0, match.index)), near };
      }
      at = match.index + match[0].length;
      end = ENDS.get(match[0]);
    }
    return undefined;
  };
  for (const piece of pieces) {
    // What comes next decides about the last characters.
    text += piece;
    const found = read(text.length - AHEAD);
    if (found) return found;
    line += linesIn(text.slice(0, at));
    text = text.slice(at);
    at = 0;
  }
  return read(text.length);
}
