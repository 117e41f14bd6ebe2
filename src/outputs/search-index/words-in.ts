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
    for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]{3,}/gu)) {
      if (word.length <= MAX_LENGTH && !isWithoutSpaces(word)) words.add(word.toLowerCase());
    }
  }
  return [...words].sort().join(' ');
}
