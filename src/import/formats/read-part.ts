import { FormatError } from '../document/format-error.ts';
import type { RefusedPart } from '../document/source-document.ts';

/**
 * Reads one article of a file that has many. One that is refused does not keep the others from being
 * imported.
 * @param part for messages: `post 12`
 */
export function readPart<Result>(part: string, read: () => Result): Result | RefusedPart {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { refused: error.fault, part };
  }
}
