import { parse, postprocess, preprocess } from 'micromark';
import type { Extension } from 'micromark-util-types';
import { cutText, type CutText, type TextRange } from './cut-text.ts';

/** A problem with a comment. */
export interface CommentFault {
  /** Where the comment starts, in UTF-16 code units. */
  readonly offset: number;
  readonly wrong: string;
  readonly right: string;
}

/** The comments of a text, in its order, and the problems with them. */
export interface FoundComments {
  readonly comments: readonly TextRange[];
  readonly faults: readonly CommentFault[];
}

/**
 * Finds HTML comments in Markdown. A comment starts at `<!--`, unless that is code or escaped
 * (`\<!--`), and ends at the next `-->`, even in a later paragraph. CommonMark has such comments only
 * as HTML blocks, which are disabled (see `noHtmlBlocks`).
 * @param extensions the syntax extensions of the parser
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
  /** Whether the text has no more comments. */
  readonly isLast: boolean;
  /** Where a comment without an end starts. */
  readonly unclosed?: number;
}

/**
 * Finds comments up to the first that the parser does not recognize, because it spans blocks or is in
 * a title. The parser takes its content for markup, so the text must be parsed again without it.
 */
function findSome({ text, offsetOf }: CutText, extensions: readonly Extension[]): SomeComments {
  const found: TextRange[] = [];
  if (!text.includes(OPENING)) return { found, isLast: true };
  const { literal, recognized } = parseMarks(text, extensions);
  let end = 0;
  for (const { index: start } of text.matchAll(/<!--/g)) {
    const offset = offsetOf(start);
    // Removing a comment can join two parts to `<!--`, which does not start a comment.
    const isWhole = offsetOf(start + OPENING.length - 1) === offset + OPENING.length - 1;
    if (start < end || !isWhole || literal.has(start)) continue;
    // In CommonMark, `<!-->` and `<!--->` are complete comments.
    const closing = text.indexOf(CLOSING, start + 2);
    if (closing === -1) return { found, isLast: true, unclosed: offset };
    end = closing + CLOSING.length;
    found.push({ start: offset, end: offsetOf(end - 1) + 1 });
    if (!recognized.has(start)) return { found, isLast: false };
  }
  return { found, isLast: true };
}

/** Finds where `<!--` is code or escaped, and where the parser recognizes it as a comment. */
function parseMarks(text: string, extensions: readonly Extension[]) {
  const events = postprocess(
    parse({ extensions: [...extensions] })
      .document()
      .write(preprocess()(text, undefined, true)),
  );
  // The parser does not count a byte order mark at the start.
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

/** All of these are parse errors in HTML, too: https://html.spec.whatwg.org/#parse-errors */
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
  wrong: 'The comment contains another <!--, so it is not clear where it ends.',
  right: 'Close the first comment with --> before the second begins.',
};

const MISCLOSED = {
  wrong: 'The comment contains --!>, which closes comments in HTML but not in Markdown.',
  right: 'Close it with -->.',
};

const CLOSED_AT_ONCE = {
  wrong: 'The comment ends where it begins, so the text up to the next --> would be published.',
  right: 'Write a space after <!--.',
};
