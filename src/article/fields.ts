import { z } from 'zod';
import { ASTRO_IMAGE_PREFIX, astroImageFault } from './astro-image-prefix.ts';
import { isDate } from './date.ts';
import { canonicalLanguage } from './language.ts';

/**
 * The kinds of value that front matter holds. Each takes the string that stands in the YAML and
 * says, where it does not fit, what is wrong and what would be right.
 */

/** A fault of a value as a Zod issue: `wrong` is its message, `right` travels beside it. */
export function fault(path: PropertyKey[], wrong: string, right: string) {
  return { code: 'custom' as const, path, message: wrong, params: { right } };
}

/** A text on one line, without control characters; it can be empty. White space around it goes. */
export const text = z
  .string()
  // The look-behind keeps long runs of spaces within a text from being searched again and again.
  .transform((value) => value.replaceAll(/^[\t\n\r ]+|(?<![\t\n\r ])[\t\n\r ]+$/g, ''))
  .superRefine((value, context) => {
    const unfit = UNFIT_CHARACTER.exec(value)?.[0];
    if (unfit !== undefined) {
      const name = unfit === '\n' ? 'a line break' : `the character ${codePoint(unfit)}`;
      context.addIssue(
        fault([], `The text holds ${name}.`, 'Write it on one line, as plain text.'),
      );
    }
    const turned = leftOpen(value);
    if (turned !== undefined) {
      context.addIssue(
        fault(
          [],
          `The text changes its direction (${codePoint(turned)}) and does not change it back.`,
          'Take the character out, or close it by U+202C (or U+2069, if it is an isolate).',
        ),
      );
    }
    if (value.length > MAX_LENGTH) {
      context.addIssue(
        fault(
          [],
          `The text has ${value.length.toLocaleString('en')} characters; ${MAX_LENGTH.toLocaleString('en')} are the most.`,
          'Move what is too long into the body.',
        ),
      );
    }
    if (value.startsWith(ASTRO_IMAGE_PREFIX)) {
      const { wrong, right } = astroImageFault('text');
      context.addIssue(fault([], wrong, right));
    }
  });

/** Controls, line breaks, halves of a surrogate pair, and what no XML can hold. */
const UNFIT_CHARACTER = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uD800-\uDFFF\uFFFE\uFFFF]/u;

/**
 * The first embedding, override or isolate (UAX #9) that a text opens and does not close: set in a
 * line with other words, as in a page's title or a feed, it would turn these around as well.
 */
function leftOpen(value: string): string | undefined {
  const open: string[] = [];
  for (const [character] of value.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
    if (/[\u202A\u202B\u202D\u202E\u2066-\u2068]/.test(character)) open.push(character);
    else if (character === '\u202C' && /[\u202A-\u202E]/.test(open.at(-1) ?? '')) open.pop();
    else if (character === '\u2069') {
      // It closes all that was opened within the isolate as well.
      const isolate = open.findLastIndex((opener) => /[\u2066-\u2068]/.test(opener));
      if (isolate !== -1) open.length = isolate;
    }
  }
  return open[0];
}

/** In UTF-16 code units. The longest caption is shorter; a text as long as a body belongs there. */
const MAX_LENGTH = 5000;

/** Nothing, or only characters that nobody sees: spaces of any kind, joiners, marks of direction. */
const INVISIBLE = /^[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]+$/u;

/** A text of at least one character that can be seen. */
export const line = text.superRefine((value, context) => {
  if (INVISIBLE.test(value)) {
    const wrong = 'The value has no character that can be seen.';
    context.addIssue(fault([], wrong, 'Write a text after the colon, or leave out the key.'));
  }
  if (value === '') {
    context.addIssue(
      fault(
        [],
        'The value is empty.',
        'Write a text after the colon, in quotation marks if it begins with #',
      ),
    );
  }
});

/** One value or a list of them: `Name`, or `[Name, Name]`. No value stands in it twice. */
export function listOf<Item extends z.ZodType<string>>(item: Item) {
  return z
    .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(item))
    .superRefine((values, context) => {
      if (values.length === 0) {
        context.addIssue(
          fault([], 'The list is empty.', 'Name at least one, or leave out the key.'),
        );
      }
      values.forEach((value, index) => {
        if (values.indexOf(value) === index) return;
        context.addIssue(fault([index], `"${value}" stands in the list twice.`, 'Keep it once.'));
      });
    });
}

/** A calendar date, or a date and time with its offset from UTC (RFC 3339). Kept as written. */
export const date = text.superRefine((value, context) => {
  if (isDate(value)) return;
  context.addIssue(
    fault(
      [],
      `"${value}" is not a date of the calendar.`,
      'Write a date, 2023-09-19, or a date and time with offset, 2023-09-19T14:30:00+03:00',
    ),
  );
});

/** A language tag (BCP 47), in its canonical form. */
export const language = text.transform((value, context) => {
  const canonical = canonicalLanguage(value);
  if (canonical !== undefined) return canonical;
  context.addIssue(
    fault(
      [],
      `"${value}" is not a language tag.`,
      'Write a BCP 47 tag such as en, ru, pt-BR or zh-Hans',
    ),
  );
  return z.NEVER;
});

/** An absolute address whose scheme is http: or https:. */
export const webAddress = text.transform((value, context) => {
  const url = URL.parse(value);
  if (url && /^https?:$/.test(url.protocol) && url.username + url.password === '') return url.href;
  context.addIssue(
    fault([], `"${value}" is not a web address.`, 'Write it whole: https://example.org/page'),
  );
  return z.NEVER;
});

/** `true` or `false`. */
export const truth = text.transform((value, context) => {
  if (value === 'true' || value === 'false') return value === 'true';
  context.addIssue(fault([], `"${value}" is neither true nor false.`, 'Write true or false.'));
  return z.NEVER;
});

function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
