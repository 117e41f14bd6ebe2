import { separateText } from './separate-words.ts';

/**
 * Returns the words, numbers and quoted phrases of a query, each separated as the index is. Symbols
 * separate words, because Pagefind finds none of them.
 * `ferry "north quay" 1998–99 a=b` is `['ferry', 'north quay', '1998 – 99', 'a', 'b']`.
 */
export function termsOf(query: string): string[] {
  return Array.from(query.matchAll(/"([^"]+)"|[^\s"\p{S}]+/gu), ([word, phrase = word]) =>
    separateText(phrase.replaceAll(/\p{S}+/gu, ' ')).trim(),
  ).filter((term) => /[\p{L}\p{N}]/u.test(term));
}

/** The zeros of the digits that are written with a script (ISO 15924), besides ASCII digits. */
const ZEROS: Readonly<Record<string, readonly string[]>> = {
  Arab: ['٠', '۰'],
  Beng: ['০'],
  Deva: ['०'],
  Thai: ['๐'],
  Hans: ['０'],
  Hant: ['０'],
  Jpan: ['０'],
  Kore: ['０'],
};

/** Returns a term with its numbers in all digits that texts in a language may use. */
export function inAllDigits(term: string, language: string): string[] {
  if (!/\p{Nd}/u.test(term)) return [term];
  const script = new Intl.Locale(language).maximize().script ?? '';
  return ['0', ...(ZEROS[script] ?? [])].map((zero) =>
    term.replace(/\p{Nd}/gu, (digit) =>
      String.fromCodePoint((zero.codePointAt(0) ?? 0) + valueOf(digit)),
    ),
  );
}

/** The value of a digit in any script. Unicode encodes each set of digits in order. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}
