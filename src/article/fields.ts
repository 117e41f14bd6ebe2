import { z } from 'zod';
import { ASTRO_IMAGE_PREFIX, astroImageFault } from './astro-image-prefix.ts';
import { isDate } from './date.ts';
import { canonicalLanguage } from './language.ts';
import type { Fault } from './problem.ts';
import { suggestDate } from './suggest-date.ts';

/**
 * The types of values in front matter. Each one parses a string, because YAML is read without types
 * (see `readYaml`). Their issues say what is wrong and what would be right.
 */

/** Returns a Zod issue. Its message is `wrong`; `validate` reads `right` from its parameters. */
export function customIssue(path: PropertyKey[], { wrong, right }: Fault) {
  return { code: 'custom' as const, path, message: wrong, params: { right } };
}

/** A text on one line, without control characters. Can be empty. Trimmed of ASCII white space. */
const anyText = z
  .string()
  // The lookbehind avoids quadratic time for long runs of spaces within a text.
  .transform((value) => value.replaceAll(/^[\t\n\r ]+|(?<![\t\n\r ])[\t\n\r ]+$/g, ''))
  .superRefine((value, context) => {
    for (const fault of faultsOfText(value)) context.addIssue(customIssue([], fault));
  });

/**
 * Plain text. Nothing removes comments from it, so they are refused: a forgotten one would be in pages,
 * feeds, cards and metadata. Also if they are never closed.
 */
export const text = anyText.superRefine((value, context) => {
  if (value.includes('<!--')) context.addIssue(customIssue([], COMMENT));
});

const COMMENT: Fault = {
  wrong: 'The text contains <!--, but this key is plain text, so readers would see the comment.',
  right: 'Move the comment to a line of its own, and begin the line with #.',
};

function faultsOfText(value: string): Fault[] {
  const faults: Fault[] = [];
  const invalid = INVALID_CHARACTER.exec(value)?.[0];
  if (invalid !== undefined) {
    const name = invalid === '\n' ? 'a line break' : `the character ${codePoint(invalid)}`;
    faults.push({ wrong: `The text contains ${name}.`, right: 'Write plain text on one line.' });
  }
  const unbalanced = firstUnbalancedControl(value);
  if (unbalanced !== undefined) {
    const closing = ISOLATE.test(unbalanced) ? 'U+2069' : 'U+202C';
    faults.push({
      wrong: `The text has unbalanced bidi controls: ${codePoint(unbalanced)} is never closed.`,
      right: `Remove the character, or close it with ${closing}.`,
    });
  }
  if (value.length > MAX_LENGTH) {
    faults.push({
      wrong: `The text has ${value.length.toLocaleString('en')} characters. The limit is ${MAX_LENGTH.toLocaleString('en')}.`,
      right: 'Shorten it, or move a part of it into the body.',
    });
  }
  if (value.startsWith(ASTRO_IMAGE_PREFIX)) faults.push(astroImageFault('text'));
  return faults;
}

/** Controls, line breaks, lone surrogates, and characters that XML does not allow. */
const INVALID_CHARACTER = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uD800-\uDFFF\uFFFE\uFFFF]/u;

/**
 * Returns the first bidi embedding, override or isolate (UAX #9) that a text opens and does not
 * close. It would also reorder the text around it, for example in the title of a page.
 */
function firstUnbalancedControl(value: string): string | undefined {
  const open: string[] = [];
  for (const [character] of value.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
    if (/[\u202A\u202B\u202D\u202E\u2066-\u2068]/.test(character)) open.push(character);
    else if (character === '\u202C' && /[\u202A-\u202E]/.test(open.at(-1) ?? '')) open.pop();
    else if (character === '\u2069') {
      // Closes the isolate, and everything opened inside it.
      const isolate = open.findLastIndex((opener) => ISOLATE.test(opener));
      if (isolate !== -1) open.length = isolate;
    }
  }
  return open[0];
}

const ISOLATE = /[\u2066-\u2068]/;

/** In UTF-16 code units. Far longer than any caption. */
const MAX_LENGTH = 5000;

/** Only spaces, joiners, bidi controls and other characters without a glyph. */
const INVISIBLE = /^[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]+$/u;

/** Plain text with at least one visible character. */
export const line = text.superRefine(checkVisible);

/** Inline Markdown with at least one visible character. Can contain comments, which are left out. */
export const inlineMarkdown = anyText.superRefine(checkVisible);

function checkVisible(value: string, context: z.core.$RefinementCtx<string>): void {
  if (INVISIBLE.test(value)) {
    context.addIssue(
      customIssue([], {
        wrong: 'The text has no visible character.',
        right: 'Write text after the colon, or remove the key.',
      }),
    );
  }
  if (value === '') {
    context.addIssue(
      customIssue([], {
        wrong: 'The value is empty.',
        right: 'Write text after the colon. Put it in quotation marks if it begins with #',
      }),
    );
  }
}

/** One value or a list of different values: `Name`, or `[Name, Name]`. */
export function listOf<Item extends z.ZodType<string>>(item: Item) {
  return z
    .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(item))
    .superRefine((values, context) => {
      if (values.length === 0) {
        context.addIssue(
          customIssue([], {
            wrong: 'The list is empty.',
            right: 'Add at least one item, or remove the key.',
          }),
        );
      }
      values.forEach((value, index) => {
        if (values.indexOf(value) === index) return;
        context.addIssue(
          customIssue([index], { wrong: `"${value}" is in the list twice.`, right: 'Remove one.' }),
        );
      });
    });
}

/** A date, or a date and time with an offset from UTC (RFC 3339). Not converted. */
export const date = text.superRefine((value, context) => {
  if (isDate(value)) return;
  context.addIssue(
    customIssue([], { wrong: `"${value}" is not a valid date.`, right: adviceForDate(value) }),
  );
});

function adviceForDate(value: string): string {
  const withoutOffset = value.replace(' ', 'T');
  if (isDate(`${withoutOffset}Z`)) {
    return `Write the offset from UTC after the time: ${withoutOffset}+03:00, or for UTC ${withoutOffset}Z`;
  }
  const suggestion = suggestDate(value);
  return suggestion === undefined
    ? 'Write a date, 2023-09-19, or a date and time with an offset, 2023-09-19T14:30:00+03:00'
    : `Write ${suggestion}`;
}

/** A language tag (BCP 47). Converted to its canonical form. */
export const language = text.transform((value, context) => {
  const canonical = canonicalLanguage(value);
  if (canonical !== undefined) return canonical;
  context.addIssue(
    customIssue([], {
      wrong: `"${value}" is not a language tag.`,
      right: 'Write a BCP 47 tag such as en, ru, pt-BR or zh-Hans',
    }),
  );
  return z.NEVER;
});

/** An absolute http: or https: URL without a user name. */
export const webAddress = text.transform((value, context) => {
  const url = URL.parse(value);
  if (url && /^https?:$/.test(url.protocol) && url.username + url.password === '') return url.href;
  context.addIssue(
    customIssue([], {
      wrong: `"${value}" is not a web address.`,
      right: `Write the full address: ${HOST.test(value) ? `https://${value}` : 'https://example.org/page'}`,
    }),
  );
  return z.NEVER;
});

/** An address without its scheme: `example.org/page`. */
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/?#][^\s"]*)?$/u;

/** `true` or `false`. Converted to a boolean. */
export const trueOrFalse = text.transform((value, context) => {
  if (value === 'true' || value === 'false') return value === 'true';
  context.addIssue(
    customIssue([], {
      wrong: `"${value}" is neither true nor false.`,
      right: 'Write true or false.',
    }),
  );
  return z.NEVER;
});

function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
