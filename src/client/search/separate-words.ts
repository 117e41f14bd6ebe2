/*
 * Pagefind finds what stands between spaces, in some languages between words of a dictionary. These
 * spaces let it find each number, and any part of a text in a writing system without spaces.
 */

/** Marks an added space, so that excerpts can leave it out. Pagefind ignores it. */
const MARK = '\u2060';

const NO_SPACES = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const WITHOUT_SPACES = new RegExp(`[${NO_SPACES}]`, 'u');

/** `a=b` is two words. Brackets in HTML belong to tags. */
const SYMBOL = String.raw`[^\P{S}<>]`;

/**
 * Between letters and symbols, before each number, between a number and a word after it (`1998–99`, `1998年`, `1998’de`), and
 * after each letter in a writing system without spaces. Never before a tag or character reference,
 * where a match would hide it from `IN_HTML`.
 */
const GAP = [
  String.raw`(?<=[^\s\p{Nd}])(?=\p{Nd})`,
  String.raw`(?<=\p{Nd}[\p{P}\p{S}]*)(?=\p{L})`,
  String.raw`(?<=[${NO_SPACES}]\p{M}*)(?=[\p{L}\p{N}])`,
  String.raw`(?<=[\p{L}\p{N}])(?=${SYMBOL})|(?<=${SYMBOL})(?=\p{L})`,
].join('|');
/** Words without gaps, so that not every place between their letters is tried. */
const WORDS = '[A-Za-zА-Яа-яЁё]+(?:[ ,.\\n]+[A-Za-zА-Яа-яЁё]+)*';
const IN_TEXT = new RegExp(GAP, 'gu');
/** Tags and character references stay as they are. */
const IN_HTML = new RegExp(String.raw`<[^>]*>|&#?\w+;|${GAP}|${WORDS}`, 'gu');

/** Separates the words and numbers of HTML that the sanitiser has serialised. */
export function separateHtml(html: string, language: string): string {
  // Pagefind itself divides texts in these languages, and would count the mark as a word.
  const space = /^(?:zh|ja|th|lo|km|my)\b/.test(language) ? ' ' : `${MARK} `;
  return html.replace(IN_HTML, (match) => match || space);
}

/** Separates the words and numbers of a query in the same way. */
export function separateText(text: string): string {
  return text.replace(IN_TEXT, ' ');
}

/** Removes the added spaces. */
export function joinWords(text: string): string {
  return text
    .replaceAll(`${MARK} `, '')
    .replace(new RegExp(`(?<=[${NO_SPACES}]\\p{M}*) (?=[${NO_SPACES}])`, 'gu'), '');
}

/** Whether a word is in a writing system without spaces between words. */
export function isWithoutSpaces(word: string): boolean {
  return WITHOUT_SPACES.test(word);
}
