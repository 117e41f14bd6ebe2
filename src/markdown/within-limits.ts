import { LimitError, LIMITS } from './limits.ts';
import { nestingError } from './limit-nesting.ts';
import { TimeLimitError, withTimeLimit } from './time-limit.ts';

/**
 * Calls `render`, and refuses a body that is too long or takes too long. For some bodies, the time to
 * parse Markdown grows with the square of their length.
 * @param seconds of processor time
 * @throws LimitError
 */
export function withinLimits<Result>(
  markdown: string,
  seconds: number,
  render: () => Result,
): Result {
  const { length } = markdown;
  if (length > LIMITS.characters) {
    throw new LimitError(
      1,
      `The body has ${length.toLocaleString('en')} characters. At most ${LIMITS.characters.toLocaleString('en')} are allowed.`,
      'Split it into several articles.',
    );
  }
  try {
    return isFast(markdown) ? render() : withTimeLimit(seconds * 1000, render);
  } catch (error) {
    // The stack overflowed before `limitNesting` could run.
    if (error instanceof RangeError) throw nestingError(likelyCause(markdown).line);
    if (!(error instanceof TimeLimitError)) throw error;
    const slow = `Rendering the body takes more than ${seconds} seconds.`;
    const { line, markup, paragraphs } = likelyCause(markdown);
    if (markup < MUCH_MARKUP && paragraphs > MANY_PARAGRAPHS) {
      throw new LimitError(
        1,
        `${slow} It has ${paragraphs.toLocaleString('en')} paragraphs.`,
        'Split it into several articles.',
      );
    }
    throw new LimitError(
      line,
      `${slow} This paragraph has the most characters that can be markup.`,
      'Put a backslash before characters such as * _ [ ] ` < | that are not markup, or split the article.',
    );
  }
}

/**
 * Whether a body needs no time limit, which takes a fifth of the time of parsing articles: V8 starts
 * a thread for each call. A short body takes half a second at most, unless it has many comments over
 * several paragraphs: it is parsed again after each.
 */
function isFast(markdown: string): boolean {
  return markdown.length < SHORT_BODY && !markdown.includes('<!--');
}

/** In characters. */
const SHORT_BODY = 4000;

/** Among many paragraphs, one with less markup is not what takes the time. In characters. */
const MUCH_MARKUP = 500;
const MANY_PARAGRAPHS = 1000;

/**
 * The first line of the paragraph with the most characters that can be markup, how many it has, and the
 * number of paragraphs.
 */
function likelyCause(markdown: string): { line: number; markup: number; paragraphs: number } {
  let paragraph = { line: 1, markup: 0 };
  let cause = paragraph;
  let paragraphs = 0;
  let isBetween = true;
  for (const [index, line] of markdown.split(/\r\n|\n|\r/).entries()) {
    const isBlank = line.trim() === '';
    if (isBlank) paragraph = { line: index + 2, markup: 0 };
    else if (isBetween) paragraphs++;
    isBetween = isBlank;
    paragraph.markup += line.match(MARKUP)?.length ?? 0;
    if (paragraph.markup > cause.markup) cause = paragraph;
  }
  return { ...cause, paragraphs };
}

const MARKUP = /[!#&()*+\-.:<>[\\\]_`|~]/g;
