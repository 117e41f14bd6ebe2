import { z } from 'zod';
import { customIssue, date, line, text } from './fields.ts';

/** The forms of journalism that an article can have. */
export const FORMS = [
  'news',
  'opinion',
  'analysis',
  'review',
  'interview',
  'obituary',
  'photo',
  'brief',
] as const;

export type Form = (typeof FORMS)[number];

/** One of `FORMS`. */
export const form = text.transform((value, context): Form => {
  const known = FORMS.find((one) => one === value);
  if (known !== undefined) return known;
  context.addIssue(
    customIssue([], {
      wrong: `"${value}" is not a form.`,
      right: `Write one of them: ${FORMS.join(', ')}.`,
    }),
  );
  return z.NEVER;
});

const MAX_PART = 9999;

const partNumber = text.transform((value, context): number => {
  const part = /^\d+$/.test(value) ? Number(value) : 0;
  if (part >= 1 && part <= MAX_PART) return part;
  context.addIssue(
    customIssue([], {
      wrong: `"${value}" is not the number of a part.`,
      right: 'Write a number from 1 on: 2',
    }),
  );
  return z.NEVER;
});

/** A series of articles, and which part of it the article is. */
export const series = z.strictObject({ name: line, part: partNumber.optional() });

/** What was wrong in an article, and when that was corrected. Plain text. */
export const correction = z.strictObject({ date, text: line });

export type Correction = z.output<typeof correction>;
