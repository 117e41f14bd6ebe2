import type { Problem } from './problem.ts';

/**
 * Says what keeps a name from being an article's address; `undefined` when nothing does.
 *
 * An address is made of letters, marks and digits of any script, with `-`, `_` or `.` between: it
 * means the same to every host, file system and shell, and needs no escaping that one
 * of them might do differently.
 */
export function faultOfSlug(slug: string): Pick<Problem, 'wrong' | 'right'> | undefined {
  if (Buffer.byteLength(slug) > MAX_SLUG_BYTES) {
    return {
      wrong: `The name is ${Buffer.byteLength(slug)} bytes long; some file systems end at 255.`,
      right: `Shorten it to ${MAX_SLUG_BYTES} bytes.`,
    };
  }
  if (RESERVED_NAMES.test(slug)) {
    return { wrong: `Windows keeps the name "${slug}" for itself.`, right: 'Choose another name.' };
  }
  if (slug.toLowerCase() === 'index') {
    return {
      wrong: 'An article cannot be named "index": that is the page of the whole folder.',
      right: 'Choose another name.',
    };
  }
  if (slug !== slug.normalize('NFC')) {
    return {
      wrong: 'The name is written with combining characters that file systems treat differently.',
      right: 'Write it in Unicode normalization form C.',
    };
  }
  if (PATTERN.test(slug)) return undefined;
  const suggestion = slugFrom(slug);
  return {
    wrong: 'The name holds characters that an address cannot hold everywhere.',
    right: `Use letters, digits and hyphens${suggestion ? `: ${suggestion}` : '.'}`,
  };
}

const PATTERN = /^[\p{L}\p{M}\p{N}]+(?:[-_.]+[\p{L}\p{M}\p{N}]+)*$/u;
const MAX_SLUG_BYTES = 200;
/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const RESERVED_NAMES = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;

/** Two addresses with one key are one and the same to some host or file system. */
export function slugKey(slug: string): string {
  return slug.normalize('NFC').toUpperCase().toLowerCase();
}

/** How `slugFrom` makes an address. */
export interface SlugOptions {
  /** Of UTF-8. 80 if absent. */
  readonly maxBytes?: number;
  /** What it is the address of: follows a name that no file may have. `article` if absent. */
  readonly kind?: string;
  /** Of the words (BCP 47), for their small letters: `IŞIK` gives `ışık` in Turkish. */
  readonly language?: string;
}

/**
 * Makes an address of words in any writing system: `‘Strengthening’ Ties` gives `strengthening-ties`.
 * Long ones end at a word. Empty when the words hold no letter and no digit.
 */
export function slugFrom(
  words: string,
  { maxBytes = 80, kind = 'article', language = 'en' }: SlugOptions = {},
): string {
  const slug = words
    .toLocaleLowerCase(language)
    // İ becomes two characters: a letter i has its dot already.
    .replaceAll('i\u0307', 'i')
    .replaceAll(PARTED, '-')
    .replaceAll(JOINED, '')
    .normalize('NFC')
    // Marks without a letter to stand on are not letters.
    .replaceAll(/(?<![\p{L}\p{M}\p{N}])\p{M}+|[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/^-|-$/g, '');
  const short = shorten(slug, maxBytes);
  // A name that is not to be had alone: the index of the folder, and what Windows keeps for itself.
  if (!RESERVED_NAMES.test(short) && short !== 'index') return short;
  const named = `${short}-${kind}`;
  return Buffer.byteLength(named) <= maxBytes ? named : short.slice(0, -1);
}

/** What parts words without being seen: zero-width space and non-joiner. */
const PARTED = /[\u200B\u200C]/g;

/** What stands within words and is no part of them: apostrophes, soft hyphens, whatever is not seen. */
const JOINED = /['’ʼ\p{Default_Ignorable_Code_Point}]/gu;

function shorten(slug: string, maxBytes: number): string {
  if (Buffer.byteLength(slug) <= maxBytes) return slug;
  const { read } = new TextEncoder().encodeInto(slug, new Uint8Array(maxBytes));
  const cut = slug.slice(0, read);
  const wordEnd = slug[read] === '-' ? read : cut.lastIndexOf('-');
  if (wordEnd > 0) return cut.slice(0, wordEnd);
  // A first word longer than the limit, as in scripts without spaces, is cut where a letter ends
  // with all its marks.
  const whole = cut.replace(/\P{M}\p{M}*$/u, '');
  return /^\p{M}/u.test(slug.slice(read)) && whole !== '' ? whole : cut;
}
