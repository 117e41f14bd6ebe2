/** A problem with a file, described for the person who wrote the file. */
export interface Problem {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  /** Counted from 1. Absent for problems with the whole file. */
  readonly line?: number;
  /** The path of a front matter key: `image.alt`, `topics[2]`. List items are counted from 1. */
  readonly key?: string;
  /** What is wrong: a sentence. */
  readonly wrong: string;
  /** What would be right: a sentence, or a corrected line of front matter. */
  readonly right: string;
}

/** A problem with a text whose file is not known. */
export type Fault = Omit<Problem, 'file'>;

/** Thrown with all problems at once, so that publishers can correct them together. */
export class ProblemsError extends Error {
  override readonly name = 'ProblemsError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(describeProblems(problems));
    this.problems = problems;
    // Astro prints the stack, which says nothing about the files.
    this.stack = '';
  }
}

/**
 * Formats problems for a terminal. Groups them by file, in the order of the first problem of each
 * file, and sorts those of a file by line:
 *
 *     content/articles/treaty.md
 *       line 4, image.alt: There is alternative text, but no picture.
 *         Add the picture with "file", or remove "alt".
 */
export function describeProblems(problems: readonly Problem[]): string {
  const byFile = Map.groupBy(problems, (problem) => problem.file);
  return [...byFile]
    .map(([file, ofFile]) =>
      [escapeControls(file), ...ofFile.sort(byLine).map(describe)].join('\n'),
    )
    .join('\n\n');
}

/** Problems without a line come first. */
function byLine(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0);
}

function describe({ line, key = '', wrong, right }: Problem): string {
  const place = [line === undefined ? '' : `line ${line}`, escapeControls(key)].filter(Boolean);
  const where = place.length === 0 ? '' : `${place.join(', ')}: `;
  return `  ${where}${escapeControls(wrong)}\n${indent(right)}`;
}

/** Escapes each line by itself, because `right` can be an example of several lines. */
function indent(right: string): string {
  return right
    .split('\n')
    .map((line) => `    ${escapeControls(line)}`)
    .join('\n');
}

/**
 * Makes a text of unknown origin safe to print on one line of a terminal: escapes control
 * characters, line breaks, bidi controls and lone surrogates, and truncates long texts.
 */
export function escapeControls(text: string): string {
  const short = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  return short.replaceAll(
    /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF\uFEFF]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** In UTF-16 code units. */
const MAX_LENGTH = 500;
