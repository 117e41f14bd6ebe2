import { isWithoutSpaces, joinWords } from './separate-words.ts';

/** About two lines. */
const MAX_CHARACTERS = 180;
/** Characters before the first word found. */
const BEFORE = 50;

/** A part of an excerpt. */
export interface Part {
  readonly text: string;
  /** Whether it is a word of the query. */
  readonly found: boolean;
}

/**
 * Returns the text around the first word found after the headline, or the beginning of the text. It
 * starts and ends with a whole word.
 * @param content Pagefind's text of an article, which starts with the headline
 * @param found the positions of the words found
 */
export function excerptOf(content: string, headline: string, found: ReadonlySet<number>): Part[] {
  const words = wordsOf(content);
  const start = endOfHeadline(words, headline);
  const first = words.findIndex((_, index) => index >= start && found.has(index));
  let from = Math.max(start, first);
  for (let length = 0; from > start && length < BEFORE; from--) length += lengthAt(words, from - 1);
  let to = from;
  for (let length = 0; to < words.length && length < MAX_CHARACTERS; to++)
    length += lengthAt(words, to);
  // Pagefind finds a phrase once. Mark its words wherever they are, except in texts without spaces.
  const texts = new Set(
    [...found]
      .map((index) => lettersOf(words[index] ?? ''))
      .filter((text) => !isWithoutSpaces(text)),
  );
  const parts = words.slice(from, to).map((text, index) => ({
    text,
    found: found.has(from + index) || texts.has(lettersOf(text)),
  }));
  return [
    ...(from > start ? [{ text: '… ', found: false }] : []),
    ...withoutGaps(parts),
    ...(to < words.length ? [{ text: ' …', found: false }] : []),
  ];
}

/** Compares letters only, because Pagefind adds spaces and a full stop. */
function endOfHeadline(words: readonly string[], headline: string): number {
  let end = 0;
  for (let left = countLetters(headline); left > 0 && end < words.length; end++)
    left -= countLetters(words[end] ?? '');
  while (end < words.length && countLetters(words[end] ?? '') === 0) end++;
  return end;
}

function countLetters(text: string): number {
  return lettersOf(text).length;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

function lengthAt(words: readonly string[], index: number): number {
  return joinWords(words[index] ?? '').length;
}

/** Divides a text as Pagefind counts its words. Each keeps the space after it. */
function wordsOf(content: string): string[] {
  const text = content.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  // Pagefind separates words by this character in languages without spaces.
  return text.includes('\u200B') ? text.split('\u200B') : text.split(/(?<=\s)(?!\s)/);
}

/** Removes the spaces that were added for the index, within and between the parts. */
function withoutGaps(parts: readonly Part[]): Part[] {
  return parts.map(({ text, found }, index) => {
    const [next = ''] = parts[index + 1]?.text ?? '';
    const joined = joinWords(text + next);
    return { text: joined.slice(0, joined.length - next.length), found };
  });
}
