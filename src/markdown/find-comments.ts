import { parse, postprocess, preprocess } from 'micromark';
import type { Extension } from 'micromark-util-types';
import { cutText, type CutText, type TextRange } from './cut-text.ts';

/** Something wrong with a comment, and where it begins. */
export interface CommentFault {
  readonly offset: number;
  readonly wrong: string;
  readonly right: string;
}

/** The comments of a text, in its order, and those that might hide too much or too little. */
export interface FoundComments {
  readonly comments: readonly TextRange[];
  readonly faults: readonly CommentFault[];
}

/**
 * Finds HTML comments in Markdown. A comment begins at `<!--`, unless that is code or escaped
 * (`\<!--`), and ends at the next `-->`, in this paragraph or a later one. Markdown by itself knows
 * comments only within a paragraph, or as HTML blocks, which no article has (see `noHtmlBlocks`).
 * @param extensions what else the text's parser knows
 */
export function findComments(markdown: string, extensions: readonly Extension[]): FoundComments {
  let comments: readonly TextRange[] = [];
  let some: SomeComments;
  do {
    some = findSome(cutText(markdown, comments), extensions);
    comments = [...comments, ...some.found].sort((a, b) => a.start - b.start);
  } while (!some.isLast);
  const faults = comments.flatMap((comment) => faultOf(comment, markdown) ?? []);
  if (some.unclosed !== undefined) faults.push({ offset: some.unclosed, ...UNCLOSED });
  return { comments, faults };
}

const OPENING = '<!--';
const CLOSING = '-->';

interface SomeComments {
  readonly found: readonly TextRange[];
  /** Whether there are no more. */
  readonly isLast: boolean;
  /** Where a comment begins that has no end. */
  readonly unclosed?: number;
}

/**
 * Finds comments up to the first that the parser does not recognize: it spans blocks, or stands in a
 * title. What it holds looks like markup, so what follows it must be parsed again without it.
 */
function findSome({ text, offsetOf }: CutText, extensions: readonly Extension[]): SomeComments {
  const found: TextRange[] = [];
  if (!text.includes(OPENING)) return { found, isLast: true };
  const { literal, recognized } = parseMarks(text, extensions);
  let end = 0;
  for (const { index: start } of text.matchAll(/<!--/g)) {
    const offset = offsetOf(start);
    // What only looks like an opening since a comment was cut out of it is none.
    const isWhole = offsetOf(start + OPENING.length - 1) === offset + OPENING.length - 1;
    if (start < end || !isWhole || literal.has(start)) continue;
    // CommonMark takes `<!-->` and `<!--->` for whole comments.
    const closing = text.indexOf(CLOSING, start + 2);
    if (closing === -1) return { found, isLast: true, unclosed: offset };
    end = closing + CLOSING.length;
    found.push({ start: offset, end: offsetOf(end - 1) + 1 });
    if (!recognized.has(start)) return { found, isLast: false };
  }
  return { found, isLast: true };
}

/** Where `<!--` is code or escaped, and where the parser takes it for the beginning of a comment. */
function parseMarks(text: string, extensions: readonly Extension[]) {
  const events = postprocess(
    parse({ extensions: [...extensions] })
      .document()
      .write(preprocess()(text, undefined, true)),
  );
  // The parser does not count a byte order mark at the beginning.
  const skipped = text.startsWith('\uFEFF') ? 1 : 0;
  const literal = new Set<number>();
  const recognized = new Set<number>();
  for (const [event, { type, start, end }] of events) {
    if (event !== 'enter') continue;
    const from = start.offset + skipped;
    if (type === 'htmlText') recognized.add(from);
    if (type === 'characterEscape') literal.add(from + 1);
    if (type !== 'codeTextData' && type !== 'codeFlowValue') continue;
    const code = text.slice(from, end.offset + skipped);
    for (const { index } of code.matchAll(/<!--/g)) literal.add(from + index);
  }
  return { literal, recognized };
}

/** HTML calls all of these errors as well: https://html.spec.whatwg.org/#parse-errors */
function faultOf({ start, end }: TextRange, markdown: string): CommentFault | undefined {
  const inside = markdown.slice(start + OPENING.length, end - CLOSING.length);
  if (inside.includes('--!>')) return { offset: start, ...MISCLOSED };
  if (inside.includes(OPENING)) return { offset: start, ...NESTED };
  if (end - start >= OPENING.length + CLOSING.length) return undefined;
  const after = markdown.slice(end);
  const next = after.indexOf(CLOSING);
  const isAmbiguous = next !== -1 && !after.slice(0, next).includes(OPENING);
  return isAmbiguous ? { offset: start, ...CLOSED_AT_ONCE } : undefined;
}

const UNCLOSED = {
  wrong: 'A comment is opened with <!-- and never closed.',
  right: 'Close it with -->. To show <!-- to readers, write \\<!-- or put it in backticks.',
};

const NESTED = {
  wrong: 'The comment holds a second <!--, so it is not clear where it ends.',
  right: 'Close the first comment with --> before the second begins.',
};

const MISCLOSED = {
  wrong: 'The comment holds --!>, which closes comments in HTML but not in Markdown.',
  right: 'Close it with -->.',
};

const CLOSED_AT_ONCE = {
  wrong: 'The comment ends where it begins, so the text up to the next --> would be published.',
  right: 'Write a space after <!--.',
};
