import { z } from 'zod';
import { customIssue, text } from '../article/fields.ts';
import { contrast, nearestWithContrast, parseColour } from './colour.ts';
import { AAA, failingColours, type ChosenColours, type Theme } from './palette.ts';

const colour = text.transform((value, context) => {
  const parsed = parseColour(value);
  if (parsed !== undefined) return parsed;
  context.addIssue(
    customIssue([], {
      wrong: `"${value}" is not a colour.`,
      right: 'Write # and six hexadecimal digits, in quotation marks: "#8a1c1c"',
    }),
  );
  return z.NEVER;
});

const colours = {
  /** Of lines, marks, and links under the pointer. */
  accent: colour.optional(),
  background: colour.optional(),
  text: colour.optional(),
};

/** The publisher's colours. Their contrast is checked in every theme that shows them. */
export const coloursSchema = z
  .strictObject({
    ...colours,
    /** The same for the dark theme. */
    dark: z.strictObject(colours).optional(),
  })
  .superRefine(({ dark = {}, ...light }, context) => {
    checkTheme('light', light, [], context);
    checkTheme('dark', dark, ['dark'], context);
  });

function checkTheme(
  theme: Theme,
  chosen: ChosenColours,
  path: readonly string[],
  context: z.core.$RefinementCtx,
): void {
  const { background } = chosen;
  // Readers who ask for more contrast get black text in the light theme, and white in the dark one.
  const extreme = theme === 'light' ? '#000000' : '#ffffff';
  if (background !== undefined && contrast(extreme, background) < AAA) {
    const nearest = nearestWithContrast(background, [extreme], AAA) ?? '';
    const tooMuch = theme === 'light' ? 'dark' : 'light';
    const where = theme === 'light' ? ', or write it under dark' : '';
    context.addIssue(
      customIssue([...path, 'background'], {
        wrong: `The background ${background} is too ${tooMuch} for the ${theme} theme.`,
        right: `The nearest colour that passes is "${nearest}". Write that${where}.`,
      }),
    );
    return;
  }
  for (const { key, colour, on, ratio, nearest } of failingColours(theme, chosen)) {
    // If the publisher chose only the background, that is the one to change.
    const chosenKey = chosen[key] === undefined ? 'background' : key;
    if (chosen[chosenKey] === undefined) continue;
    const better = chosenKey === 'background' ? nearestWithContrast(on, [colour], AAA) : nearest;
    context.addIssue(
      customIssue([...path, chosenKey], {
        wrong: `The ${key} ${colour} on ${on} has a contrast of ${ratio}:1 in the ${theme} theme. Text needs ${AAA}:1.`,
        right:
          better === undefined
            ? 'No colour passes. Change the background, too.'
            : `The nearest colour that passes is "${better}".`,
      }),
    );
  }
}
