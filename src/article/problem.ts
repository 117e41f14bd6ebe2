/**
 * Something wrong with a file that a person wrote, said so that they can put it right: where it is,
 * what is wrong, what would be right. Problems are collected, not thrown one by one, so that a
 * publisher with three bad articles hears of all three at once.
 */
export interface Problem {
  /** The file, as the publisher knows it: relative to the project's folder, with forward slashes. */
  readonly file: string;
  /** The line in that file, counted from 1. Absent where the whole file is meant. */
  readonly line?: number;
  /** The front matter key, written as a path: `image.alt`, `topics[2]`. */
  readonly key?: string;
  /** What is wrong, as a full sentence. */
  readonly wrong: string;
  /** What would be right, as a full sentence or a corrected line of front matter. */
  readonly right: string;
}

/** Thrown when files have problems. Its message is meant for the person who wrote the files. */
export class ProblemsError extends Error {
  override readonly name = 'ProblemsError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(describeProblems(problems));
    this.problems = problems;
  }
}

/**
 * All problems as text, grouped by file in the order of first mention, then by line:
 *
 *     content/articles/treaty.md
 *       line 4, image.alt: The picture has no alternative text.
 *         Say what it shows to someone who cannot see it, …
 */
export function describeProblems(problems: readonly Problem[]): string {
  const byFile = Map.groupBy(problems, (problem) => problem.file);
  return [...byFile]
    .map(([file, ofFile]) => [visible(file), ...ofFile.sort(byLine).map(describe)].join('\n'))
    .join('\n\n');
}

/** Those without a line are about the whole file. */
function byLine(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0);
}

function describe({ line, key, wrong, right }: Problem): string {
  const place = [line === undefined ? '' : `line ${line}`, visible(key ?? '')].filter(Boolean);
  const where = place.length === 0 ? '' : `${place.join(', ')}: `;
  return `  ${where}${visible(wrong)}\n${indented(right)}`;
}

/** In characters. What is quoted can be a whole article. */
const LONGEST_LINE = 500;

/** What would be right may be an example of several lines. */
function indented(right: string): string {
  return right
    .split('\n')
    .map((line) => `    ${visible(line)}`)
    .join('\n');
}

/**
 * A problem quotes what strangers wrote: nothing that moves a cursor, turns text around or begins a
 * line that could be taken for one of ours must reach the terminal. Long texts are cut.
 */
export function visible(text: string): string {
  const short = text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
  return short.replaceAll(
    /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF\uFEFF]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
