import { isWithoutSpaces } from '../../client/search/separate-words.ts';

/** Longer ones are addresses and the like. */
const MAX_LENGTH = 30;

/**
 * Returns the different words of HTML documents in lower case, sorted and separated by spaces. Leaves
 * out short words and those in writing systems without spaces: a search suggests none of them.
 */
export function wordsIn(documents: readonly string[]): string {
  const words = new Set<string>();
  for (const html of documents) {
    const text = html.replace(/<[^>]*>|&#?\w+;/g, ' ');
    for (const word of text.match(/[\p{L}\p{M}\p{N}]{3,}/gu) ?? []) words.add(word);
  }
  const suggested = [...words]
    .filter((word) => word.length <= MAX_LENGTH && !isWithoutSpaces(word))
    .map((word) => word.toLowerCase());
  return [...new Set(suggested)].sort().join(' ');
}
