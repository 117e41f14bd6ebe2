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

/** What was wrong in an article, and when that was corrected. Plain text. */
export const correction = z.strictObject({ date, text: line });

export type Correction = z.output<typeof correction>;
