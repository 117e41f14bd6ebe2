import { LimitError, LIMITS } from './limits.ts';
import { nestingError } from './limit-nesting.ts';
import { TimeLimitError, withTimeLimit } from './time-limit.ts';

/**
 * Renders a body, unless it is too long or takes too long: some bodies take a Markdown parser time
 * that grows with the square of their length.
 * @throws LimitError
 */
export function withinLimits<Result>(markdown: string, render: () => Result): Result {
  const { length } = markdown;
  if (length > LIMITS.characters) {
    throw new LimitError(
      1,
      `The body has ${length.toLocaleString('en')} characters; ${LIMITS.characters.toLocaleString('en')} are the most.`,
      'Divide it into several articles.',
    );
  }
  try {
    return withTimeLimit(LIMITS.seconds * 1000, render);
  } catch (error) {
    // The stack can overflow before `limitNesting` sees the tree.
    if (error instanceof RangeError) throw nestingError(likelyCause(markdown));
    if (!(error instanceof TimeLimitError)) throw error;
    throw new LimitError(
      likelyCause(markdown),
      `The body takes longer than ${LIMITS.seconds} seconds to render. This paragraph has the most characters that can be markup.`,
      'Put a backslash before characters such as * _ [ ] ` < | that are not meant as markup, or divide the article into several.',
    );
  }
}

/** The first line of the paragraph with the most characters that can be markup. */
function likelyCause(markdown: string): number {
  let paragraph = { line: 1, markup: 0 };
  let cause = paragraph;
  for (const [index, line] of markdown.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') paragraph = { line: index + 2, markup: 0 };
    paragraph.markup += line.match(MARKUP)?.length ?? 0;
    if (paragraph.markup > cause.markup) cause = paragraph;
  }
  return cause.line;
}

const MARKUP = /[!#&()*+\-.:<>[\\\]_`|~]/g;
