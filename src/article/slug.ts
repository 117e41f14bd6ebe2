import type { Fault } from './problem.ts';

/**
 * Returns what is wrong with a slug; `undefined` if it is valid.
 *
 * Slugs consist of letters, marks and digits of any writing system, with `-`, `_` or `.` between
 * them. All hosts, file systems and shells accept such names without escaping.
 */
export function checkSlug(slug: string): Fault | undefined {
  const bytes = Buffer.byteLength(slug);
  if (bytes > MAX_SLUG_BYTES) {
    return {
      wrong: `The name is ${bytes} bytes long. The limit is ${MAX_SLUG_BYTES}.`,
      right: 'Shorten the name.',
    };
  }
  if (RESERVED_NAMES.test(slug)) {
    return { wrong: `Windows reserves the name "${slug}".`, right: 'Choose another name.' };
  }
  if (slug.toLowerCase() === 'index') {
    return {
      wrong: 'An article cannot be named "index", because index.html is the page of a folder.',
      right: 'Choose another name.',
    };
  }
  if (slug !== slug.normalize('NFC')) {
    return {
      wrong: 'The name has combining characters, which file systems treat differently.',
      right: 'Write it in Unicode normalization form C.',
    };
  }
  if (PATTERN.test(slug)) return undefined;
  const suggestion = slugFrom(slug);
  return {
    wrong: 'The name contains characters that do not work in every address.',
    right: `Use letters, digits and hyphens${suggestion === '' ? '.' : `: ${suggestion}`}`,
  };
}

const PATTERN = /^[\p{L}\p{M}\p{N}]+(?:[-_.]+[\p{L}\p{M}\p{N}]+)*$/u;
/** Most file systems allow 255 bytes, including extensions. */
const MAX_SLUG_BYTES = 200;
/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const RESERVED_NAMES = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;

/** Returns a key for comparing slugs. Slugs with the same key are the same on some file systems. */
export function slugKey(slug: string): string {
  return slug.normalize('NFC').toUpperCase().toLowerCase();
}

export interface SlugOptions {
  /** In UTF-8. Defaults to 80. */
  readonly maxBytes?: number;
  /** A suffix for reserved names. Defaults to `article`. */
  readonly kind?: string;
  /** BCP 47. In Turkish, `IŞIK` becomes `ışık`. Defaults to `en`. */
  readonly language?: string;
}

/**
 * Makes a slug from a text in any writing system: `‘Strengthening’ Ties` becomes
 * `strengthening-ties`. Truncates long slugs between words. Returns an empty string if the text has
 * no letters or digits.
 */
export function slugFrom(
  text: string,
  { maxBytes = 80, kind = 'article', language = 'en' }: SlugOptions = {},
): string {
  const slug = text
    .toLocaleLowerCase(language)
    // The lower case of İ is i with a combining dot.
    .replaceAll('i\u0307', 'i')
    .replaceAll(INVISIBLE_SEPARATORS, '-')
    .replaceAll(IGNORED, '')
    .normalize('NFC')
    // Also replaces marks without a base letter.
    .replaceAll(/(?<![\p{L}\p{M}\p{N}])\p{M}+|[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/^-|-$/g, '');
  const short = shorten(slug, maxBytes);
  if (!RESERVED_NAMES.test(short) && short !== 'index') return short;
  const named = `${short}-${kind}`;
  return Buffer.byteLength(named) <= maxBytes ? named : short.slice(0, -1);
}

/** Zero-width space and zero-width non-joiner. */
const INVISIBLE_SEPARATORS = /[\u200B\u200C]/g;

/** Apostrophes, soft hyphens and other invisible characters inside words. */
const IGNORED = /['’ʼ\p{Default_Ignorable_Code_Point}]/gu;

function shorten(slug: string, maxBytes: number): string {
  if (Buffer.byteLength(slug) <= maxBytes) return slug;
  const { read } = new TextEncoder().encodeInto(slug, new Uint8Array(maxBytes));
  const cut = slug.slice(0, read);
  const wordEnd = slug[read] === '-' ? read : cut.lastIndexOf('-');
  if (wordEnd > 0) return cut.slice(0, wordEnd);
  // Without a word end, as in writing systems without spaces, don't separate a letter from its
  // marks.
  const withoutLast = cut.replace(/\P{M}\p{M}*$/u, '');
  return /^\p{M}/u.test(slug.slice(read)) && withoutLast !== '' ? withoutLast : cut;
}
