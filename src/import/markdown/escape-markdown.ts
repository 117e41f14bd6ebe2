import { lineStarts } from './line-starts.ts';
import { syntaxIn, type MarkdownPlace } from './syntax-in.ts';

/**
 * Writes a text as Markdown that means exactly that text. A backslash stands before what would be
 * read as syntax, and nowhere else:
 *
 *     Daesh* and al-Qaeda**     →  Daesh* and al-Qaeda**
 *     a *b* and snake_case_name →  a \*b\* and snake_case_name
 *     <b> &amp; AT&T            →  \<b> \&amp; AT&T
 *
 * @param text one paragraph, whose lines neither begin nor end with spaces or tabs
 * @param place a caption or credit is `inline`: there a line that looks like a list is words
 */
export function escapeMarkdown(text: string, place: MarkdownPlace): string {
  // A byte order mark at the very beginning would be taken for that of the file.
  if (text.startsWith('\uFEFF')) return `&#xFEFF;${escapeMarkdown(text.slice(1), place)}`;
  let markdown = escapeAt(text, beforeParsing(text, place));
  if (!PERHAPS_SYNTAX.test(text)) return markdown;
  if ((text.match(SPECIAL)?.length ?? 0) > MOST_SPECIALS) {
    return escapeAt(text, everySpecial(text, place));
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const written = markdown;
    // Within what the parser takes for code, a backslash of ours looks like any other character.
    const syntax = syntaxIn(written, place).filter((offset) => !isEscaped(written, offset));
    if (syntax.length === 0) return markdown;
    // What is escaped now may set other characters free: a star inside what was code.
    markdown = escapeAt(markdown, syntax);
  }
  return escapeAt(text, everySpecial(text, place));
}

/**
 * Without any of these there is nothing to ask the parser: a pair of backticks; a star or underscore
 * that can open emphasis, and another of its kind; a character reference; a tag; the middle of a link or the
 * label of a definition; a deletion; the second line of a table.
 */
const PERHAPS_SYNTAX =
  /`[^`]*`|\*[^\s*][\s\S]*\*|_[^\s_][\s\S]*_|&#?\w+;|<[!/?a-z]|\][(:]|~~|^[\t :|-]+$/im;

/** What inline syntax and tables are made of: each of these may stand behind a backslash. */
const SPECIAL = /[\\`*_[\]<&~|]|^:?-/gm;

/**
 * Beyond this, asking the parser costs more than it is worth: its time grows with the square of the
 * number of markers (20,000 pairs of stars: 4 s). No article comes near it.
 */
const MOST_SPECIALS = 2000;
const MOST_ROUNDS = 8;

/**
 * A backslash before punctuation or a line's end escapes it, wherever the text is not code or a tag.
 * `<!--` begins a comment, whether the paragraph ends it or not.
 */
const ALWAYS_SYNTAX = /<(?=!--)|\\(?=[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~\n])/g;

function beforeParsing(text: string, place: MarkdownPlace): number[] {
  const syntax = Array.from(text.matchAll(ALWAYS_SYNTAX), ({ index }) => index);
  return place === 'body' ? union(syntax, lineStarts(text)) : syntax;
}

function everySpecial(text: string, place: MarkdownPlace): number[] {
  const specials = Array.from(text.matchAll(SPECIAL), ({ index }) => index);
  return place === 'body' ? union(specials, lineStarts(text)) : specials;
}

function union(a: readonly number[], b: readonly number[]): number[] {
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

/** Whether a backslash before this character escapes it, and is not escaped itself. */
function isEscaped(markdown: string, offset: number): boolean {
  let backslashes = 0;
  while (markdown[offset - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

function escapeAt(text: string, offsets: readonly number[]): string {
  if (offsets.length === 0) return text;
  const pieces = offsets.map((offset, index) => text.slice(offsets[index - 1] ?? 0, offset));
  return [...pieces, text.slice(offsets.at(-1))].join('\\');
}
